/** A wording as it compares: who says it, in which words, when. */
import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { wordsOf } from '../../filing/shingles.js';
import type { StatementRow, WordingTable } from '../../store/tables.js';
import { loadNamingRules } from '../actor/naming-rules.js';
import { byText } from '../grouped.js';
import { type SayingRules, stemOf } from './saying-rules.js';
import { isKnown, type Speaker, speakerOf } from './speaker.js';

export type Wording = Omit<Selectable<WordingTable>, 'saying'>;

export interface Utterance {
  readonly id: string;
  readonly isQuote: boolean;
  readonly speakers: readonly Speaker[];
  readonly words: readonly string[];
  /** Every three words in a row; made when first asked for. */
  runs(): ReadonlySet<string>;
  /** Stems of the words that tell something. */
  readonly content: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly isNegated: boolean;
  /** Days since 1970. */
  readonly day?: number;
}

/** In lower case, without marks. */
export const normalised = (content: string): string => wordsOf(content.replace(/['’]/gu, '')).join(' ');

type Stated = Pick<StatementRow, 'article' | 'form' | 'speakers' | 'content' | 'from' | 'to'>;

/**
 * Statements with one wording are one utterance: the same speaker, words and form. What is short may be said every day and is told
 * apart by the day; where the speaker is nobody in particular it is the report's own.
 * @param printed Day of publication.
 */
export function wordingOf(stated: Stated, printed: string | null, { long }: SayingRules): Wording {
  const { article, form } = stated;
  const words = normalised(stated.content);
  const isLong = words.split(' ').length >= long;
  const speakers = stated.speakers
    .map((party) => ({ form: party.form, known: isKnown(party, loadNamingRules()) }))
    .sort((a, b) => byText(a.form, b.form));
  const first = dayOf(stated) ?? printed;
  const when = form === 'direct' && isLong ? '' : (first ?? article);
  const where = isLong || (speakers.length > 0 && speakers.every(({ known }) => known)) ? '' : article;
  const text = JSON.stringify([form, speakers, words, when, where]);
  const id = `w${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;
  return { id, form, speakers, words, first };
}

/** The day it was said on, where the report gives one. */
const dayOf = ({ from, to }: Stated): string | null =>
  from !== null && to !== null && dayNumber(to) - dayNumber(from) <= 1 ? from : null;

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

export function utteranceOf({ id, form, speakers, words, first }: Wording, rules: SayingRules): Utterance {
  const list = words === '' ? [] : words.split(' ');
  const telling = list.filter(
    (word) => word.length > 2 && !rules.empty.has(word) && !rules.negations.has(word),
  );
  return {
    id,
    isQuote: form === 'direct',
    speakers: speakers.map((speaker) => speakerOf(speaker, loadNamingRules())),
    words: list,
    runs: once(() => new Set(list.slice(2).map((word, at) => `${list[at]} ${list[at + 1]} ${word}`))),
    content: new Set(telling.map(stemOf)),
    numbers: new Set(list.filter((word) => /\d/u.test(word))),
    isNegated: list.some((word) => rules.negations.has(word)),
    ...(first === null ? {} : { day: dayNumber(first) }),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
