/** What an element's names say: `class="ArticleFooter share-bar"` is `article footer`, `share bar`. */

/** Longest name a rule may have, in words. */
const MAX_WORDS = 3;
/** Attributes and names longer than this are data, not names. */
const MAX_ATTRIBUTE = 1_000;
const MAX_NAME = 80;

/**
 * The runs of one to three words in a class or id attribute, lower case, joined by a space. A run stays
 * within one name: `share bar` comes from `share-bar`, `share_bar` and `shareBar`, not from `share bar`.
 */
export function* runsOf(attribute: string): Generator<string> {
  if (attribute.length > MAX_ATTRIBUTE) return;
  for (const name of attribute.split(/\s+/u)) {
    const words = name.length > MAX_NAME ? [] : wordsOf(name);
    for (let start = 0; start < words.length; start++)
      for (let length = 1; length <= MAX_WORDS && start + length <= words.length; length++)
        yield words.slice(start, start + length).join(' ');
  }
}

const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
