/** Statements of a side as lines: each utterance once. */
import { given } from '../ask/happening.js';
import type { Side } from '../ask/wanted.js';
import { byText, grouped } from '../merge/grouped.js';
import { type Cites, citesEach } from './cites.js';
import type { SaidItem } from './page.js';
import type { Voices } from './people.js';
import type { StatementRow } from './statements.js';

export interface Speech {
  readonly item: SaidItem;
  /** Letters and digits of the sentences it stands in. */
  readonly sentences: readonly string[];
}

/** @param statements Oldest report first. */
export function speechesOf(
  statements: readonly StatementRow[],
  side: Side,
  voices: Voices,
  cites: Cites,
): Speech[] {
  const own = statements.filter(({ speakers }) => speakers.some((party) => voices.speaksFor(party, side)));
  return [...grouped(own, sayingKey).values()].map((same) => {
    // Of several wordings the fullest.
    const [best] = [...same].sort((a, b) => b.content.length - a.content.length || byText(a.id, b.id)) as [
      StatementRow,
    ];
    return {
      item: {
        ...given(
          'when',
          same.map(saidIn).find((when) => when !== undefined),
        ),
        ...given('printed', same[0]?.day),
        speaker: voices.speakersOf(best.speakers, side),
        text: wordsOf(best),
        cites: citesEach(same.map(spanned), cites),
        quote: { text: best.sentence, cite: cites.of(best.article) },
      },
      sentences: same.map(({ sentence }) => lettersOf(sentence)),
    };
  });
}

const spanned = ({ article, cite_start, cite_end }: StatementRow) => ({
  article,
  span: { start: cite_start, end: cite_end },
});

const saidIn = ({ from, to }: StatementRow): SaidItem['when'] =>
  from === null || to === null ? undefined : { from, to };

/** One utterance: as the record has merged them; else the same words, said twice in a sentence or printed twice. */
const sayingKey = ({ saying, sentence, who, form, content }: StatementRow): string =>
  saying ?? `${[...who].sort().join(' ')} ${lettersOf(form === 'indirect' ? sentence : content)}`;

export const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Quoted words as they are; reported ones in the sentence that reports them, which they are cut from. */
const wordsOf = ({ form, content, sentence }: StatementRow): string =>
  form === 'indirect' || lettersOf(sentence).includes(lettersOf(content)) ? sentence : content;
