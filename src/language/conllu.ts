/**
 * A Doc as CoNLL-U, https://universaldependencies.org/format.html. MISC holds `SpaceAfter=No`, `start_char` and
 * `end_char` (UTF-16 code units into the article's text), and names as `ner=B-GPE`, the way Stanza writes them.
 */
import type { Doc, Sentence, Token } from './doc.js';

/** Ends with an empty line, as every document in the format does; a Doc without sentences is its first line alone. */
export function toConllu(doc: Doc): string {
  const tags = nameTags(doc);
  let paragraph = -1;
  const blocks = doc.sentences.map((sentence) => {
    const opens = sentence.paragraph !== paragraph;
    paragraph = sentence.paragraph;
    return [...comments(doc, sentence, opens), ...rows(doc, sentence, tags), ''].join('\n');
  });
  return `# newdoc id = ${oneLine(doc.article.from)}\n${blocks.join('\n')}\n`;
}

function comments(doc: Doc, { index, start, end, kind }: Sentence, opens: boolean): string[] {
  const text = `# text = ${oneLine(doc.text.slice(start, end))}`;
  const id = `# sent_id = ${index + 1}`;
  return opens ? [`# newpar`, `# paragraph_kind = ${kind}`, id, text] : [id, text];
}

function rows(doc: Doc, { from, to }: Sentence, tags: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = from; at < to; at++) {
    const token = doc.tokens[at];
    if (!token) continue;
    let last = at;
    while (last + 1 < to && doc.tokens[last + 1]?.joined) last++;
    const opens = !token.joined && last > at;
    if (opens) lines.push(rangeRow(doc, from, token, doc.tokens[last] ?? token));
    lines.push(wordRow(doc, from, token, tags[at]));
  }
  return lines;
}

/** `3-4	don't`: the surface token of several words, which alone can have a space after it. */
function rangeRow(doc: Doc, from: number, first: Token, last: Token): string {
  const id = `${first.index - from + 1}-${last.index - from + 1}`;
  const form = oneLine(doc.text.slice(first.start, last.end));
  return row([id, form, '_', '_', '_', '_', '_', '_', '_', misc(spaceAfter(doc, last))]);
}

function wordRow(doc: Doc, from: number, token: Token, tag: string | undefined): string {
  const { index, form, lemma, upos, feats, head, deprel, start, end } = token;
  const inside = token.joined || doc.tokens[index + 1]?.joined === true;
  return row([
    String(index - from + 1),
    oneLine(form),
    oneLine(lemma),
    upos,
    '_',
    feats || '_',
    String(head < 0 ? 0 : head - from + 1),
    deprel,
    '_',
    misc([
      `end_char=${end}`,
      ...(tag ? [`ner=${tag}`] : []),
      ...(inside ? [] : spaceAfter(doc, token)),
      `start_char=${start}`,
    ]),
  ]);
}

const row = (fields: readonly string[]): string => fields.map((field) => field || '_').join('\t');

const misc = (entries: readonly string[]): string => entries.join('|');

const spaceAfter = (doc: Doc, { end, index }: Token): string[] =>
  doc.tokens[index + 1]?.start === end ? ['SpaceAfter=No'] : [];

/** `B-GPE` and `I-GPE` for the words of names. */
function nameTags({ names }: Doc): string[] {
  const tags: string[] = [];
  for (const { type, from, to } of names)
    for (let at = from; at < to; at++) tags[at] = `${at === from ? 'B' : 'I'}-${type}`;
  return tags;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
