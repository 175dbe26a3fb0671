/** An Explanation for a person at a terminal: the sentence, its tree, and each event or missed rule with where it comes from. */
import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type {
  ExplainedEvent,
  ExplainedPiece,
  Explanation,
  NearRule,
  OverWord,
  Row,
  Word,
} from '../explanation.js';
import { onOneLine } from './excerpt.js';
import type { TerminalOptions } from './terminal.js';
import { treeLines } from './tree-view.js';

export interface ExplanationOptions extends TerminalOptions {
  /** Every rule for a word of the sentence, however far it is from matching, also beside events. */
  readonly all?: boolean;
}

type Ink = ReturnType<typeof pc.createColors>;
type Sentence = Explanation['sentences'][number];

interface Page {
  readonly width: number;
  readonly ink: Ink;
  readonly all: boolean;
}

/** So many of the nearest rules are shown, and none further off than so much, unless all are asked for. */
const MOST = 5;
const NEAR = 3;

export function toExplanationText(
  explanation: Explanation,
  { width = 80, color = false, all = false }: ExplanationOptions = {},
): string {
  const { from, sentences } = printable(explanation);
  const page: Page = { width: Math.max(40, width), ink: pc.createColors(color), all };
  const blocks = sentences.map((sentence) => sentenceLines(page, sentence).join('\n'));
  return `${[page.ink.bold(page.ink.cyan(from)), ...blocks].join('\n\n')}\n`;
}

/** What the report says can't steer the terminal. */
const printable = (explanation: Explanation): Explanation =>
  JSON.parse(JSON.stringify(explanation), (_, value: unknown) =>
    typeof value === 'string' ? onOneLine(value) : value,
  ) as Explanation;

function sentenceLines(page: Page, sentence: Sentence): string[] {
  const { ink } = page;
  const number = `[${sentence.number}] `;
  const near = shownOf(page, sentence);
  const kind = sentence.kind === 'body' ? '' : ` (${sentence.kind})`;
  return [
    ...hanging(page, 0, number, ink.bold(sentence.text) + ink.dim(kind)),
    '',
    ...treeLines(sentence.words, wordsShown(sentence, near)).flatMap((line) => cut(page, `    ${line}`)),
    ...sentence.events.flatMap((event) => ['', ...eventLines(page, sentence.words, event)]),
    ...nearLines(page, sentence, near),
  ];
}

/** What the tree is to show. Of a sentence without event also its root, and the verbs that could be given a row. */
function wordsShown(
  { events, near: _, words, notInLexicon }: Sentence,
  near: readonly NearRule[],
): Set<number> {
  const shown = new Set<number>();
  for (const { word, pieces, over } of [...events, ...near.map((one) => ({ ...one, pieces: [] }))]) {
    shown.add(word);
    for (const { path } of pieces) for (const step of path) shown.add(step.word);
    for (const one of over) shown.add(one.word);
  }
  words.forEach(({ head, lemma, upos }, at) => {
    const named = upos === 'VERB' && notInLexicon.verbs.includes(lemma.toLowerCase());
    if (events.length === 0 && (head === 0 || named)) shown.add(at + 1);
  });
  return shown;
}

// --- events

function eventLines(page: Page, words: readonly Word[], event: ExplainedEvent): string[] {
  const { ink } = page;
  const { id, code, type, mode, status, background, confidence, voucher } = event;
  const act = mode === undefined ? type : `${type}-${mode}`;
  const head = [
    ink.bold(id ?? '—'),
    ink.green(code),
    ...(act === code ? [] : [`act ${act}`]),
    status,
    ...(background ? ['background'] : []),
    ...(voucher === 'own-voice' ? [] : [`by ${voucher}`]),
    `${Math.round(confidence.value * 100)} %`,
  ].join('  ');
  const decided = event.pieces.find(({ what }) => what === 'status')?.by.id;
  const further = event.over.filter(({ row }) => row?.id !== decided);
  return [
    ...cut(page, `  ${head}`),
    ...(id === undefined
      ? hanging(page, 6, '', 'The Reading leaves it out: another sentence of the report tells it.')
      : []),
    ...field(page, 'rule', rowName(page, event.rule)),
    ...event.met.flatMap(({ field: name, asks, found }) =>
      field(page, '', `${ink.dim(name)} ${asks}${found.length > 0 ? ` ← ${found.join(', ')}` : ''}`),
    ),
    ...event.pieces
      .filter(({ what }) => what !== 'trigger')
      .flatMap((piece) => field(page, LABELS[piece.what], pieceText(page, words, piece, event))),
    ...further.flatMap((one) => field(page, 'over it', overText(page, one))),
    ...field(page, 'confidence', confidenceText(event)),
  ];
}

const LABELS: Readonly<Record<ExplainedPiece['what'], string>> = {
  trigger: 'act',
  actor: 'actor',
  recipient: 'recipient',
  time: 'when',
  place: 'where',
  status: 'status',
};

function pieceText(
  page: Page,
  words: readonly Word[],
  { what, value, by, words: own, path }: ExplainedPiece,
  event: ExplainedEvent,
): string {
  if (what === 'status') return `${value} ← ${statusText(page, own, by, event)}`;
  const way = wayText(words, path);
  const from = own === undefined ? by.id : `${by.id.endsWith('owner') ? 'owner of ' : ''}'${own}'`;
  return `${value} ← ${from}${way === '' ? (own === undefined ? '' : ` (${by.id})`) : `, ${way}`}`;
}

function statusText(page: Page, word: string | undefined, by: Row, event: ExplainedEvent): string {
  if (by.id === 'verb') return 'its own verb group';
  const over = event.over.find(({ row }) => row?.id === by.id);
  const where = word === undefined ? '' : `, '${word}' over it${over ? ` by ${over.link}` : ''}`;
  return `${rowName(page, by)}${where}`;
}

/** `nsubj of 'plans', whose xcomp is 'expel'`: from the piece back to the act. */
export function wayText(words: readonly Word[], path: ExplainedPiece['path']): string {
  const form = (word: number): string => words[word - 1]?.form ?? '';
  const upper = (lower: number): number => words[lower - 1]?.head ?? 0;
  return [...path]
    .reverse()
    .map(({ lower, relation, up }) =>
      up ? `whose ${relation} is '${form(lower)}'` : `${relation} of '${form(upper(lower))}'`,
    )
    .join(', ');
}

const FACTORS: Readonly<Record<string, string>> = {
  prior: 'prior of the rule',
  parse: 'parse',
  governed: 'a word over it decides',
  bare: 'a noun without a verb',
  unaimed: 'no recipient',
};

function confidenceText({ confidence: { value, factors } }: ExplainedEvent): string {
  const raw = factors.reduce((product, factor) => product * factor.value, 1);
  const parts = factors.map((factor) => `${factor.value.toFixed(2)} ${FACTORS[factor.what] ?? factor.what}`);
  const made = `${parts.join(' × ')} = ${raw.toFixed(2)}`;
  return raw.toFixed(2) === value.toFixed(2) ? made : `${made}, calibrated ${value.toFixed(2)}`;
}

// --- rules that gave nothing

const shownOf = ({ all }: Page, { events, near }: Sentence): readonly NearRule[] => {
  if (all) return near;
  return events.length > 0 ? [] : near.filter(({ distance }) => distance <= NEAR).slice(0, MOST);
};

function nearLines(page: Page, sentence: Sentence, near: readonly NearRule[]): string[] {
  const { ink, all } = page;
  const { events } = sentence;
  const lines = near.flatMap((one) => ['', ...nearRuleLines(page, one)]);
  if (events.length > 0) return all ? lines : [];
  const rest = sentence.near.length - near.length;
  return [
    '',
    ...cut(page, `  ${ink.yellow('no event')}${near.length > 0 ? '; nearest first:' : ''}`),
    ...lines,
    ...(rest > 0 ? ['', ...hanging(page, 2, '', ink.dim(`${rest} further off: --all`))] : []),
    ...missingLines(page, sentence),
  ];
}

function nearRuleLines(page: Page, { words, rule, lacks, over }: NearRule): string[] {
  const { ink } = page;
  return [
    ...hanging(page, 2, '', `${ink.bold(`'${words}'`)}  ${rule ? rowName(page, rule) : ''}`.trimEnd()),
    ...lacks.flatMap(({ field: name, message }) =>
      hanging(page, 6, '', `${ink.red('✗')} ${name === 'needs' ? '' : ink.dim(`${name}: `)}${message}`),
    ),
    ...over.flatMap((one) => hanging(page, 6, '', `${ink.dim('over it')} ${overText(page, one)}`)),
  ];
}

/** The words that could be given a row: nouns only where there is nothing else to go by. */
function missingLines(page: Page, { near, notInLexicon: { verbs, nouns } }: Sentence): string[] {
  const list = (kind: string, all: readonly string[]): string[] =>
    all.length === 0 ? [] : hanging(page, 6, `${kind}: `, all.join(', '));
  const lines = [...list('verbs', verbs), ...(near.length === 0 ? list('nouns', nouns) : [])];
  const head =
    near.length === 0 ? 'No word of it that could name an act is in the lexicon.' : 'Not in the lexicon:';
  return lines.length === 0 ? [] : ['', ...hanging(page, 2, '', head), ...lines];
}

// --- lines

function overText(page: Page, { words, link, row, effect }: OverWord): string {
  const what = row ? `${effect}, ${rowName(page, row)}` : 'no row of embedding.yaml speaks of it';
  return `'${words}' by ${link}: ${what}`;
}

function rowName({ ink }: Page, { id, file, line }: Row): string {
  return file === undefined ? id : `${ink.blue(id)} ${ink.dim(`${file}:${line}`)}`;
}

const LABEL_WIDTH = 11;

const field = (page: Page, name: string, text: string): string[] =>
  hanging(page, 6, page.ink.dim(name.padEnd(LABEL_WIDTH)), text, LABEL_WIDTH);

/** Wrapped to the width, later lines indented to where the first one's text begins. */
function hanging(
  { width }: Page,
  indent: number,
  lead: string,
  text: string,
  leadWidth = lead.length,
): string[] {
  const inner = width - indent - leadWidth;
  return wrapAnsi(text, inner, { hard: true, trim: true })
    .split('\n')
    .map((line, nth) => `${' '.repeat(indent)}${nth === 0 ? lead : ' '.repeat(leadWidth)}${line}`.trimEnd());
}

const cut = ({ width }: Page, line: string): string[] =>
  wrapAnsi(line, width, { hard: true, trim: false }).split('\n');
