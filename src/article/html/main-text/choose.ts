/** Which blocks are the article: by their words, and by where they stand among its paragraphs. */
import type { Block } from './blocks.js';
import type { Leave, TextRule } from './data.js';
import { isProse, isSentence, LINKED } from './prose.js';

/** Share of the prose that must stand before a label that ends the article. */
const CUT_AFTER = 0.6;
/** Longest headline, in characters, and the shortest that is recognised as part of a title. */
const TITLE_MOST = 300;
const TITLE_LEAST = 15;
/** Lines before the first paragraph that may be labels. */
const LEAD_MOST = 4;
/** Lines after the last paragraph that may be labels. */
const TAIL_MOST = 8;

export function chosen(
  blocks: readonly Block[],
  rules: readonly TextRule[],
  titles: readonly string[],
  leave: Leave,
): Block[] {
  const steps = [
    (kept: readonly Block[]) => withoutTitle(kept, titles, leave),
    (kept: readonly Block[]) => cut(kept, rulesAt(rules, 'cut'), leave),
    (kept: readonly Block[]) => withoutMatches(kept, rulesAt(rules, 'anywhere'), leave),
    (kept: readonly Block[]) => withoutLinks(kept, leave),
    (kept: readonly Block[]) => withoutLead(kept, rulesAt(rules, 'lead'), leave),
    (kept: readonly Block[]) => withoutTail(kept, rulesAt(rules, 'tail'), leave),
  ];
  let kept = [...blocks];
  for (const step of steps) kept = step(kept);
  return kept;
}

const rulesAt = (rules: readonly TextRule[], where: TextRule['where']): TextRule[] =>
  rules.filter((rule) => rule.where === where);

const matching = (block: Block, rules: readonly TextRule[]): TextRule | undefined =>
  rules.find(({ most, pattern }) => block.text.length <= most && pattern.test(block.text));

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** The headline is metadata. A page's title often goes on with the outlet's name. */
function withoutTitle(blocks: readonly Block[], titles: readonly string[], leave: Leave): Block[] {
  const known = titles.map(letters).filter((title) => title !== '');
  return blocks.filter(({ text, form }) => {
    if (text.length > TITLE_MOST) return true;
    const own = letters(text);
    const same = known.some(
      (title) => title === own || (form === 'heading' && own.length >= TITLE_LEAST && title.startsWith(own)),
    );
    if (same) leave('main-text/title', text);
    return !same;
  });
}

/** A label in the middle of the text stands over a box, and the text goes on after it. */
function cut(blocks: readonly Block[], rules: readonly TextRule[], leave: Leave): Block[] {
  const total = proseIn(blocks);
  let before = 0;
  for (const [at, block] of blocks.entries()) {
    const rule = before >= total * CUT_AFTER ? matching(block, rules) : undefined;
    if (rule) {
      for (const { text } of blocks.slice(at)) leave(rule.id, text);
      return blocks.slice(0, at);
    }
    before += proseIn([block]);
  }
  return [...blocks];
}

const proseIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (isProse(block) ? block.text.length : 0), 0);

function withoutMatches(blocks: readonly Block[], rules: readonly TextRule[], leave: Leave): Block[] {
  return blocks.filter((block) => {
    const rule = matching(block, rules);
    if (rule) leave(rule.id, block.text);
    return !rule;
  });
}

function withoutLinks(blocks: readonly Block[], leave: Leave): Block[] {
  return blocks.filter((block) => {
    const isLink = block.linked > LINKED && block.form !== 'heading' && block.form !== 'row';
    if (isLink) leave('main-text/links', block.text);
    return !isLink;
  });
}

/** Before the first prose stand dates, bylines and labels; a longer run of short lines is a list. */
function withoutLead(blocks: readonly Block[], rules: readonly TextRule[], leave: Leave): Block[] {
  const first = blocks.findIndex((block) => isProse(block) && !matching(block, rules));
  const lead = blocks.slice(0, Math.max(0, first));
  const isList = lead.length > LEAD_MOST;
  const kept = lead.filter((block) => {
    const rule = matching(block, rules)?.id ?? (isList ? undefined : 'main-text/lead');
    if (rule) leave(rule, block.text);
    return !rule;
  });
  return [...kept, ...blocks.slice(lead.length)];
}

/**
 * After the last prose stand labels and notes about the author and the outlet; a longer run of short lines is
 * a list. Items and rows may end a text.
 */
function withoutTail(blocks: readonly Block[], rules: readonly TextRule[], leave: Leave): Block[] {
  const last = blocks.findLastIndex((block) => !isLoose(block) && !matching(block, rules));
  const tail = blocks.slice(Math.max(0, last) + 1);
  const isList = tail.length > TAIL_MOST;
  const kept = tail.filter((block) => {
    const rule = matching(block, rules)?.id ?? (isList ? undefined : 'main-text/tail');
    if (rule) leave(rule, block.text);
    return !rule;
  });
  return [...blocks.slice(0, blocks.length - tail.length), ...kept];
}

const isLoose = (block: Block): boolean =>
  block.form === 'heading' || (block.form === 'paragraph' && !isProse(block) && !isSentence(block.text, 20));
