/**
 * Coreference of persons and organisations in GUM's news documents: our actors from the raw text against the entity clusters
 * of the treebank.
 *
 * Gold: clusters whose mentions are of type `person` or `organization` and that have at least two mentions; singletons are left
 * out on both sides, as in CoNLL-2011/2012. Ours: the actors with at least two mentions, but for states, which GUM counts as places.
 * A mention is known by its head word: GUM's are whole noun phrases, ours names and noun groups without what follows. GUM's head
 * is that of its tree, or, where an office stands before a name, the name. Of two mentions with one head (`A`, and `A and B`) the
 * shorter is kept. "exact spans" compares the spans as they are, without article at the start and possessive at the end.
 *
 * MUC, B³ and CEAF-φ4 are added up over the documents; CoNLL F1 is the mean of the three. Dev has only two news documents: those
 * of train stand beside it. No model was trained on coreference, but causes of error were looked for there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actorReader, loadActors } from '../../src/actor/index.js';
import type { Doc, Token } from '../../src/language/doc.js';
import { loadLanguage, makeDoc } from '../../src/language/index.js';
import { loadPlaces, placeReader } from '../../src/place/index.js';
import type { Span } from '../../src/span.js';
import { loadTime, timeReader } from '../../src/time/index.js';
import { articleOf } from './conllu.js';
import { type GoldDocument, readConllu } from './conllu-read.js';
import {
  addFigures,
  type Cluster,
  type CorefScores,
  type Figures,
  f1,
  scoreClusters,
} from './coref-score.js';
import { type Entity, readEntities } from './gum-entities.js';
import type { Bounds, Corpus, Row } from './row.js';

export const gumCoref: Corpus = {
  name: 'language/gum coreference',
  folder: 'language/gum',
  async evaluate(path) {
    const read = makeRead();
    return [...(await rows(path, 'dev', read, { floor: 0.55 })), ...(await rows(path, 'train', read, {}))];
  },
};

/** What is compared, by heads and by spans. */
export interface Clusters {
  readonly heads: readonly Cluster[];
  readonly spans: readonly Cluster[];
}

type Read = (document: GoldDocument) => Promise<Clusters>;

async function rows(path: string, part: string, read: Read, bounds: Bounds): Promise<Row[]> {
  const file = join(path, `${part}.conllu`);
  if (!existsSync(file)) return [];
  const content = readFileSync(file, 'utf8');
  const entities = readEntities(content);
  const documents = readConllu(content).filter(({ id }) => id.startsWith('GUM_news'));
  const byHead: CorefScores[] = [];
  const bySpan: CorefScores[] = [];
  for (const document of documents) {
    const gold = goldClusters(document, entities.get(document.id) ?? []);
    const ours = await read(document);
    byHead.push(scoreClusters(gold.heads, ours.heads));
    bySpan.push(scoreClusters(gold.spans, ours.spans));
  }
  const corpus = `${gumCoref.name} ${part}`;
  const heads = summed(byHead);
  const row = (measure: string, value: number, more: Bounds = {}): Row => ({
    corpus,
    measure,
    value,
    n: heads.mentions.recall.whole,
    ...more,
  });
  return [
    row('mentions F1', f1(heads.mentions)),
    row('MUC F1', f1(heads.muc)),
    row('B³ F1', f1(heads.b3)),
    row('CEAF-φ4 F1', f1(heads.ceaf)),
    row('CoNLL F1', conll(heads), bounds),
    row('CoNLL F1, exact spans', conll(summed(bySpan))),
  ];
}

export const conll = ({ muc, b3, ceaf }: CorefScores): number => (f1(muc) + f1(b3) + f1(ceaf)) / 3;

function summed(scores: readonly CorefScores[]): CorefScores {
  const of = (measure: keyof CorefScores): Figures =>
    scores.map((score) => score[measure]).reduce(addFigures, NONE);
  return { muc: of('muc'), b3: of('b3'), ceaf: of('ceaf'), mentions: of('mentions') };
}

const NOTHING = { part: 0, whole: 0 };
const NONE: Figures = { recall: NOTHING, precision: NOTHING };

const SCORED: ReadonlySet<string> = new Set(['person', 'organization']);

export function goldClusters({ gold: { words } }: GoldDocument, entities: readonly Entity[]): Clusters {
  const shortest = new Map<number, Entity>();
  const scored = entities.filter(({ type }) => SCORED.has(type));
  for (const entity of scored) {
    const head = headOf(words, entity);
    const other = shortest.get(head);
    if (other === undefined || entity.to - entity.from < other.to - other.from) shortest.set(head, entity);
  }
  const byHead = new Map<string, string[]>();
  for (const [head, { cluster }] of shortest) put(byHead, cluster, String(words[head]?.start));
  const bySpan = new Map<string, string[]>();
  for (const { cluster, from, to } of scored) {
    const bare = bareRange(words, from, to);
    put(bySpan, cluster, `${words[bare.from]?.start}:${words[bare.to - 1]?.end}`);
  }
  return { heads: several(byHead), spans: several(bySpan) };
}

interface Word {
  readonly form: string;
  readonly head: number;
  readonly deprel: string;
}

/** The word whose head is outside; of `Foreign Minister Fumio Kishida` the name. */
function headOf(words: readonly Word[], { from, to }: Pick<Entity, 'from' | 'to'>): number {
  let head = from;
  for (let at = from; at < to; at++) {
    const above = words[at]?.head ?? -1;
    if (above < from || above >= to) {
      head = at;
      break;
    }
  }
  for (let at = head + 1; at < to; at++) {
    const word = words[at];
    const besides = word?.deprel === 'appos' || word?.deprel === 'flat';
    const joined = words.slice(head, at).every(({ form }) => form !== ',' && form !== '(');
    if (word?.head === head && besides && joined && isName(words[at]) && !isName(words[head])) return at;
  }
  return head;
}

const isName = (word: (Word & { readonly upos?: string }) | undefined): boolean => word?.upos === 'PROPN';

function bareRange(words: readonly Word[], from: number, to: number): { from: number; to: number } {
  const first = /^(?:the|an?)$/iu.test(words[from]?.form ?? '') && to - from > 1 ? from + 1 : from;
  const last = /^['’]s?$/u.test(words[to - 1]?.form ?? '') && to - first > 1 ? to - 1 : to;
  return { from: first, to: last };
}

function put(clusters: Map<string, string[]>, cluster: string, key: string): void {
  const known = clusters.get(cluster);
  if (known === undefined) clusters.set(cluster, [key]);
  else if (!known.includes(key)) known.push(key);
}

const several = (clusters: ReadonlyMap<string, readonly string[]>): Cluster[] =>
  [...clusters.values()].filter((cluster) => cluster.length > 1);

export function makeRead(): Read {
  const docOf = makeDoc(loadLanguage());
  const times = timeReader(loadTime());
  const places = placeReader(loadPlaces());
  const actors = actorReader(loadActors());
  return async (document) => {
    const doc = await docOf(articleOf(document));
    const timed = { times: times(doc, {}).layer };
    const before = { ...timed, places: places(doc, timed).layer };
    const position = positions(doc.text);
    const heads = new Map<string, string[]>();
    const spans = new Map<string, string[]>();
    for (const { id, kind, mentions } of actors(doc, before).layer) {
      if (kind === 'state') continue;
      for (const mention of mentions) {
        const range = rangeOf(doc, mention);
        const head = doc.tokens[headOf(doc.tokens, range)];
        if (head === undefined) continue;
        put(heads, id, String(position[head.start]));
        const bare = bareRange(doc.tokens, range.from, range.to);
        const [first, last] = [doc.tokens[bare.from], doc.tokens[bare.to - 1]];
        if (first && last) put(spans, id, `${position[first.start]}:${position[last.end]}`);
      }
    }
    return { heads: several(once(heads)), spans: several(spans) };
  };
}

/** A head that two actors share (`the Prado administration`) is that of the first. */
function once(clusters: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const taken = new Set<string>();
  return new Map(
    [...clusters].map(([id, keys]) => {
      const own = keys.filter((key) => !taken.has(key));
      for (const key of own) taken.add(key);
      return [id, own];
    }),
  );
}

function rangeOf({ tokens }: Doc, span: Span): { from: number; to: number } {
  const from = tokens.findIndex(({ end }: Token) => end > span.start);
  let to = from;
  while ((tokens[to]?.start ?? Number.POSITIVE_INFINITY) < span.end) to++;
  return { from, to };
}

/** By offset: how many characters that are no white space stand before it, as the treebank counts. */
function positions(text: string): number[] {
  let count = 0;
  const found = [0];
  for (let at = 0; at < text.length; at++) found.push(/\s/u.test(text.charAt(at)) ? count : ++count);
  return found;
}
