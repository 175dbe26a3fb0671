/** Why a report gave the events that it gave, sentence by sentence, with everything by name: for whoever writes rules. */
import type { Actor } from '../actor/actor.js';
import type { Article } from '../article/article.js';
import type { Event } from '../event/event.js';
import {
  type EventTrace,
  eventReader,
  explainSentences,
  loadEvents,
  loadRowPlaces,
  makeDesk,
  type Over,
  type Piece,
  type Rejection,
  type RowPlace,
  type SentenceTrace,
  type Step,
} from '../event/index.js';
import type { Doc, Sentence } from '../language/doc.js';
import { type Span, textOf } from '../span.js';
import type { Explanation, Word } from './explanation.js';
import { beforeOf, type Ground, loadGround } from './layers.js';
import type { Tables } from './tables.js';

/** Loads the data once. `wanted` picks sentences by number, from 1, and text. */
export function loadExplain(
  tables: Tables,
): (article: Article, wanted: (number: number, text: string) => boolean) => Promise<Explanation> {
  const groundOf = loadGround(tables);
  const data = loadEvents(tables.lexicon);
  const deskOf = makeDesk(data);
  const readEvents = eventReader(data);
  const places = loadRowPlaces(tables.lexicon);
  return async (article, wanted) => {
    const ground = await groundOf(article);
    const { doc } = ground;
    const before = beforeOf(ground);
    const desk = deskOf(doc, before);
    const traces = explainSentences(desk, (sentence) =>
      wanted(sentence.index + 1, textOf(doc.text, sentence)),
    );
    const scene: Scene = {
      doc,
      ground,
      actors: new Map(before.actors.map((actor) => [actor.id, actor])),
      events: readEvents(doc, before).layer,
      rows: places,
      known: (kind, lemma) => data.lexicon[kind].has(lemma),
    };
    return { from: article.from, sentences: traces.map((trace) => sentenceOf(scene, trace)) };
  };
}

interface Scene {
  readonly doc: Doc;
  readonly ground: Ground;
  readonly actors: ReadonlyMap<string, Actor>;
  /** Those that the Reading has. */
  readonly events: readonly Event[];
  readonly rows: ReadonlyMap<string, RowPlace>;
  readonly known: (kind: 'verbs' | 'nouns', lemma: string) => boolean;
}

type ExplainedSentence = Explanation['sentences'][number];
type ExplainedEvent = ExplainedSentence['events'][number];

function sentenceOf(scene: Scene, { sentence, events, rejected }: SentenceTrace): ExplainedSentence {
  const { doc } = scene;
  const own = doc.tokens.slice(sentence.from, sentence.to);
  const lemmas = (upos: string): string[] => [
    ...new Set(own.filter((token) => token.upos === upos).map(({ lemma }) => lemma.toLowerCase())),
  ];
  const [verbs, nouns] = [lemmas('VERB'), lemmas('NOUN')];
  const unknown = (kind: 'verbs' | 'nouns', all: readonly string[]): string[] =>
    all.filter((lemma) => !scene.known(kind, lemma));
  return {
    number: sentence.index + 1,
    kind: sentence.kind,
    span: { start: sentence.start, end: sentence.end },
    text: textOf(doc.text, sentence),
    words: own.map(
      (token): Word => ({
        form: token.form,
        lemma: token.lemma,
        upos: token.upos,
        head: token.head < 0 ? 0 : numberOf(sentence, token.head),
        deprel: token.deprel,
        probability: token.headProbability,
      }),
    ),
    events: events.map((trace) => eventOf(scene, sentence, trace)),
    near: rejected.map((one) => nearOf(scene, sentence, one)),
    notInLexicon: { verbs: unknown('verbs', verbs), nouns: unknown('nouns', nouns) },
  };
}

/** From 1, as in CoNLL-U. */
const numberOf = ({ from }: Sentence, token: number): number => token - from + 1;

function eventOf(scene: Scene, sentence: Sentence, trace: EventTrace): ExplainedEvent {
  const { event, head, met, pieces, over, factors } = trace;
  const id = scene.events.find(
    ({ trigger, rule, type }) =>
      trigger.start === event.trigger.start && rule === event.rule && type === event.type,
  )?.id;
  return {
    ...(id === undefined ? {} : { id }),
    code: event.code,
    type: event.type,
    ...(event.mode === undefined ? {} : { mode: event.mode }),
    status: event.status,
    background: event.background,
    voucher: event.voucher,
    word: numberOf(sentence, head),
    rule: placed(scene, event.rule),
    met,
    pieces: pieces.map((piece) => pieceOf(scene, sentence, piece)),
    over: over.map((one) => overOf(scene, sentence, one)),
    confidence: { value: event.confidence, factors },
  };
}

const nearOf = (
  scene: Scene,
  sentence: Sentence,
  { span, head, rule, lacks, over, distance }: Rejection,
): ExplainedSentence['near'][number] => ({
  words: textOf(scene.doc.text, span),
  word: numberOf(sentence, head),
  ...(rule === undefined ? {} : { rule: placed(scene, rule) }),
  lacks,
  over: over.map((one) => overOf(scene, sentence, one)),
  distance,
});

const placed = ({ rows }: Scene, id: string): ExplainedEvent['rule'] => ({ id, ...rows.get(id) });

const overOf = (scene: Scene, sentence: Sentence, { token, link, row }: Over) => ({
  words: scene.doc.tokens[token]?.form ?? '',
  word: numberOf(sentence, token),
  link,
  ...(row ? { row: placed(scene, row.id), effect: row.effect } : {}),
});

function pieceOf(
  scene: Scene,
  sentence: Sentence,
  { what, value, by, span, path }: Piece,
): ExplainedEvent['pieces'][number] {
  return {
    what,
    value: nameOf(scene, what, value),
    by: what === 'status' && by !== 'verb' ? placed(scene, by) : { id: by },
    ...(span ? { words: textOf(scene.doc.text, span), span: plain(span) } : {}),
    path: path.map(({ token, lower, relation, up, probability }: Step) => ({
      word: numberOf(sentence, token),
      lower: numberOf(sentence, lower),
      relation,
      up,
      probability,
    })),
  };
}

const plain = ({ start, end }: Span): Span => ({ start, end });

/** Of a party or place its name; of all else what it is. */
function nameOf({ actors, ground }: Scene, what: Piece['what'], value: string): string {
  if (what === 'place') return ground.places.layer.find(({ id }) => id === value)?.name ?? value;
  const actor = what === 'actor' || what === 'recipient' ? actors.get(value) : undefined;
  if (!actor) return value;
  const about = [actor.country ?? '', ...actor.sectors].filter((part) => part !== '').join(' ');
  return about === '' ? actor.name : `${actor.name} (${about})`;
}
