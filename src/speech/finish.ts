/** Drafts become statements: form, speaker, addressee, time and language of the speaking, ids by place. */
import type { Actor } from '../actor/actor.js';
import type { Doc, Token } from '../language/doc.js';
import { relation } from '../language/tree.js';
import { contains } from '../span.js';
import type { SpeechData } from './data.js';
import type { Draft } from './draft.js';
import { type Speakers, speakersOf } from './speaker.js';
import type { Statement } from './statement.js';
import type { TimeAt } from './times.js';

interface Loaded {
  readonly actors: readonly Actor[];
  readonly timeAt: TimeAt;
  readonly data: SpeechData;
}

export function finish(doc: Doc, drafts: readonly Draft[], { actors, timeAt, data }: Loaded): Statement[] {
  const speakers = speakersOf(doc, actors);
  const resolve = speakerFinder(speakers);
  const ordered = [...drafts].sort((a, b) => startOf(a) - startOf(b));
  const speakerOf = new Map<Draft, readonly Actor[]>();
  for (const draft of drafts) speakerOf.set(draft, resolve(draft, speakerOf));
  return ordered.map((draft, index) => {
    const { cue, source, content, rule } = draft;
    const [speaker, ...others] = speakerOf.get(draft) ?? [];
    const to = draft.addressee ? speakers.named(draft.addressee) : [];
    const said = timeOf(draft, timeAt);
    const language = languageIn(draft.adjuncts, data) ?? languageIn(draft.beside, data);
    return {
      id: `s${index + 1}`,
      form: formOf(draft),
      ...(speaker && others.length === 0 ? { speaker: speaker.id } : {}),
      ...(speaker && others.length > 0 ? { speakers: [speaker, ...others].map(({ id }) => id) } : {}),
      ...(source ? { source } : {}),
      ...(cue ? { cue } : {}),
      content,
      ...(to.length > 0 ? { to: to.map(({ id }) => id) } : {}),
      ...(said ? { said } : {}),
      ...(language ? { language } : {}),
      rule,
    };
  });
}

const startOf = ({ content, cue }: Draft): number => Math.min(content[0]?.start ?? 0, cue?.start ?? Infinity);

const formOf = ({ quoted, worded }: Draft): Statement['form'] => {
  if (!quoted) return 'indirect';
  return worded ? 'mixed' : 'direct';
};

const forPerson = new Set(['he', 'she']);
const forOthers = new Set(['it', 'they']);
/** A pronoun reaches back over this many paragraphs at most. */
const near = 2;

function speakerFinder(
  speakers: Speakers,
): (draft: Draft, known: ReadonlyMap<Draft, readonly Actor[]>) => readonly Actor[] {
  let previous: Draft | undefined;
  return (draft, known) => {
    const before = previous;
    previous = draft;
    if (draft.follows) return known.get(draft.follows) ?? [];
    if (!draft.head || !draft.source) return [];
    const named = speakers.named(draft.head);
    if (named.length > 0) return named;
    const pronoun = draft.head.form.toLowerCase();
    const person = forPerson.has(pronoun);
    if (!before || (!person && !forOthers.has(pronoun))) return [];
    const [candidate, ...others] = known.get(before) ?? [];
    if (!candidate || others.length > 0 || before.paragraph < draft.paragraph - near) return [];
    if ((candidate.kind === 'person') !== person) return [];
    const other = person && speakers.otherPerson(candidate, endOf(before), draft.source.start);
    return other ? [] : [candidate];
  };
}

const endOf = ({ content, source, cue }: Draft): number =>
  Math.max(content.at(-1)?.end ?? 0, source?.end ?? 0, cue?.end ?? 0);

/** "said on Monday": an adverbial of the speaking that is a time itself, not "after the talks on Monday". */
function timeOf({ adjuncts, beside, content, cue }: Draft, timeAt: TimeAt): string | undefined {
  const [on, day] = beside;
  const heads = adjuncts.filter(
    (word) =>
      hangsOnCue(word, adjuncts) &&
      relation(word) !== 'nmod' &&
      !content.some((span) => contains(span, word)),
  );
  for (const word of [...heads, ...(on?.form === 'on' && day ? [day] : [])]) {
    const time = timeAt(word);
    if (cue && time && (time.type === 'DATE' || time.type === 'TIME')) return time.id;
  }
  return undefined;
}

const hangsOnCue = (word: Token, adjuncts: readonly Token[]): boolean =>
  !adjuncts.some(({ index }) => index === word.head);

/** "in comments translated into Russian" */
function languageIn(words: readonly Token[], { languages, translated }: SpeechData): string | undefined {
  const forms = words.map(({ form }) => form.toLowerCase());
  for (let at = 0; at < forms.length; at++) {
    const found = translated.find((some) => some.every((word, nth) => forms[at + nth] === word));
    const language = found && languages.get(forms[at + found.length] ?? '');
    if (language) return language;
  }
  return undefined;
}
