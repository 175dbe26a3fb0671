/** Whether an act is real: its own tense, aspect and modality, under all that governs it. */

import type { Candidate } from './candidate.js';
import { effectOf } from './effect.js';
import type { Status } from './event.js';
import type { Governor, VerbForm } from './frame.js';
import type { EmbeddingRow, Lexicon } from './lexicon.js';

/** `absent` is why no event is given; `claimed` that it stands under somebody's "said". */
export type Reality =
  | {
      readonly status: Status;
      readonly claimed: boolean;
      readonly row?: EmbeddingRow;
      readonly governor?: Governor;
      /** The verb or noun by which somebody claims or denies it: "*denied* attacking". */
      readonly word?: Governor;
    }
  | { readonly absent: 'negated' | 'embedded' | 'unanchored' | 'habit'; readonly word?: string };

const isPresentHeadline = (verb: VerbForm, headline: boolean): boolean =>
  headline && verb.tense === 'present';

const isHabit = ({ form, tense, aspect, modal, negated }: VerbForm): boolean =>
  form === 'finite' && tense === 'present' && aspect === 'simple' && modal === undefined && !negated;

/** What the verb group says by itself; undefined when it is negated. */
function ownStatus(verb: VerbForm, headline: boolean, claimed: boolean): Status | undefined {
  if (verb.negated) return undefined;
  if (verb.modal === 'would') return claimed ? 'scheduled' : 'conditional';
  if (verb.modal === 'must' || verb.modal === 'should' || verb.modal === 'ought') return 'requested';
  // "may have attacked" is no plan and no condition: nobody says that it happened.
  if (verb.modal !== undefined) return verb.aspect === 'perfect' ? undefined : 'conditional';
  if (verb.tense === 'future') return 'scheduled';
  if (isPresentHeadline(verb, headline)) return 'occurred';
  if (verb.tense === 'present' && verb.aspect === 'progressive') return 'ongoing';
  return 'occurred';
}

export function realityOf(lexicon: Lexicon, candidate: Candidate, headline: boolean, said: boolean): Reality {
  const governed = underGovernors(lexicon, candidate, headline, said);
  const kind = candidate.frame.kind;
  for (const qualifier of candidate.qualifiers) {
    const row = effectOf(lexicon, qualifier, { kind, type: candidate.rule.type });
    if (!row || row.effect === 'keep') continue;
    const word = qualifier.lemma;
    if (row.effect === 'none') return { absent: 'negated', word };
    if ('absent' in governed && governed.absent === 'negated') return governed;
    const claimed = 'absent' in governed ? said : governed.claimed;
    const status = row.effect === 'factive' || row.effect === 'claim' ? 'occurred' : row.effect;
    // "the *planned* visit": where nothing over it says more, the word beside it does.
    if ('absent' in governed || !DECIDED.has(governed.status))
      return { status, claimed, row, governor: qualifier };
  }
  return governed;
}

/** A status that a word beside the act doesn't change. */
const DECIDED: ReadonlySet<Status> = new Set(['denied', 'cancelled', 'requested', 'conditional']);

function underGovernors(lexicon: Lexicon, candidate: Candidate, headline: boolean, said: boolean): Reality {
  const { verb, governors } = candidate;
  const kind = verb ? 'verb' : 'noun';
  const { type } = candidate.rule;
  let open = verb === undefined || verb.form !== 'finite';
  if (verb?.negated || candidate.frame.none) return { absent: 'negated' };
  // "would" after a past "said" or "agreed" is the future as it was then.
  const effects = governors.map((governor) => effectOf(lexicon, governor, { kind, type }));
  const claims =
    said ||
    effects.some(
      (row) => row?.effect === 'claim' || (row?.effect === 'scheduled' && row.link.includes('that')),
    );
  // "Guyana rejects the claim", in the report's own voice, is what Guyana always does and no act; "if it rejects" isn't.
  const plain = !claims && effects.every((row) => row === undefined || row.effect === 'keep');
  if (verb && plain && !headline && !candidate.rule.state && isHabit(verb)) return { absent: 'habit' };
  // "might want Chad to go": a state that only may be is no act.
  if (candidate.rule.state && verb?.modal !== undefined) return { absent: 'embedded', word: verb.modal };
  let status: Status | undefined = open || !verb ? undefined : ownStatus(verb, headline, claims);
  if (!open && status === undefined) return { absent: 'negated' };
  if (isWished(candidate)) return { absent: 'embedded', word: 'would' };
  let claimed = said;
  let decided: EmbeddingRow | undefined;
  let decider: Governor | undefined;
  let word: Governor | undefined;
  for (const governor of governors) {
    const row = effectOf(lexicon, governor, { kind: open ? kind : 'verb', type });
    if (!row) {
      if (open) return { absent: kind === 'noun' ? 'unanchored' : 'embedded', word: governor.lemma };
      if (THAT.has(governor.link)) return { absent: 'embedded', word: governor.lemma };
      break;
    }
    decided ??= row;
    decider ??= governor;
    if (row.effect === 'none') return { absent: 'negated', word: governor.lemma };
    if (row.effect === 'claim') {
      if (governor.verb?.negated) return { absent: 'negated', word: governor.lemma };
      claimed = true;
      word ??= governor;
      break;
    }
    if (row.effect === 'denied') word = governor;
    if (row.effect === 'factive') {
      if (open) status = 'occurred';
      open = false;
      break;
    }
    if (row.effect === 'keep') {
      if (!open) continue;
      if (!governor.verb) continue;
      if (row.governor[0] === '*' && governor.link === 'subject' && !headline && isHabit(governor.verb))
        return { absent: 'habit', word: governor.lemma };
      if (governor.verb.form !== 'finite') {
        if (governor.verb.negated) return { absent: 'negated', word: governor.lemma };
        continue;
      }
      status = ownStatus(governor.verb, headline, claims);
      open = false;
      if (status === undefined) return { absent: 'negated', word: governor.lemma };
      continue;
    }
    if (governor.verb?.negated) return { absent: 'negated', word: governor.lemma };
    if (row.effect === 'cancelled' && governor.verb?.modal !== undefined)
      return { absent: 'embedded', word: governor.lemma };
    status = status === undefined || OVERRIDES.has(row.effect) ? row.effect : status;
    open = false;
  }
  if (status === undefined) return { absent: kind === 'noun' ? 'unanchored' : 'embedded' };
  return {
    status,
    claimed,
    ...(decided ? { row: decided } : {}),
    ...(decider ? { governor: decider } : {}),
    ...(word ? { word } : {}),
  };
}

/** A clause on these is real only if a row says so. */
const THAT: ReadonlySet<string> = new Set(['that', 'passive-that']);

/** "a result that *would be welcomed*": what is said of a thing that isn't there yet. */
const isWished = ({ verb, governors, frame }: Candidate): boolean =>
  verb?.modal === 'would' &&
  governors[0]?.link === 'relative' &&
  frame.subject.every(({ actors }) => actors.length === 0);

/** What outranks a status given further in: "denied planning to attack" is denied. */
const OVERRIDES: ReadonlySet<string> = new Set([
  'denied',
  'cancelled',
  'conditional',
  'requested',
  'reported',
]);
