/** Drafts become statements: form, speaker, addressee, time and language of the speaking, ids by place. */
import type { Actor } from '../actor/actor.js';
import type { Doc } from '../language/doc.js';
import { contains, textOf } from '../span.js';
import type { SpeechData } from './data.js';
import type { Draft } from './draft.js';
import type { Item } from './line.js';
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
  const resolve = speakerFinder(doc, speakers);
  const ordered = [...drafts].sort((a, b) => startOf(a) - startOf(b));
  const speakerOf = new Map<Draft, Actor>();
  for (const draft of drafts) {
    const speaker = resolve(draft, speakerOf);
    if (speaker) speakerOf.set(draft, speaker);
  }
  return ordered.map((draft, index) => {
    const { cue, source, content, rule } = draft;
    const speaker = speakerOf.get(draft);
    const to = draft.addressee && speakers.named(draft.addressee);
    const said = timeOf(draft, timeAt);
    const language = languageIn(draft.adjuncts, data);
    return {
      id: `s${index + 1}`,
      form: formOf(draft),
      ...(speaker ? { speaker: speaker.id } : {}),
      ...(source ? { source } : {}),
      ...(cue ? { cue } : {}),
      content,
      ...(to ? { to: [to.id] } : {}),
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
  doc: Doc,
  speakers: Speakers,
): (draft: Draft, known: ReadonlyMap<Draft, Actor>) => Actor | undefined {
  let previous: Draft | undefined;
  return (draft, known) => {
    const before = previous;
    previous = draft;
    if (draft.follows) return known.get(draft.follows);
    if (!draft.source) return undefined;
    const named = speakers.named(draft.source);
    if (named) return named;
    const pronoun = textOf(doc.text, draft.source).toLowerCase();
    const person = forPerson.has(pronoun);
    if (!before || (!person && !forOthers.has(pronoun))) return undefined;
    const candidate = known.get(before);
    if (!candidate || before.paragraph < draft.paragraph - near) return undefined;
    if ((candidate.kind === 'person') !== person) return undefined;
    const other = person && speakers.otherPerson(candidate, endOf(before), draft.source.start);
    return other ? undefined : candidate;
  };
}

const endOf = ({ content, source, cue }: Draft): number =>
  Math.max(content.at(-1)?.end ?? 0, source?.end ?? 0, cue?.end ?? 0);

const beforeTime = new Set(['on', 'in', 'at', 'late', 'early', 'earlier', 'the', 'this', 'last']);

/** "said on Monday": the time must stand right after the attribution, else it may be the time of something else. */
function timeOf({ adjuncts, addressee }: Draft, timeAt: TimeAt): string | undefined {
  for (const item of adjuncts) {
    if (addressee && contains(addressee, item)) continue;
    const time = timeAt(item);
    if (time) return time.type === 'DATE' || time.type === 'TIME' ? time.id : undefined;
    if (!item.token || !beforeTime.has(item.token.form.toLowerCase())) return undefined;
  }
  return undefined;
}

/** "in comments translated into Russian" */
function languageIn(items: readonly Item[], { languages, translated }: SpeechData): string | undefined {
  const forms = items.map(({ token }) => token?.form.toLowerCase() ?? '');
  for (let at = 0; at < forms.length; at++) {
    const words = translated.find((some) => some.every((word, nth) => forms[at + nth] === word));
    const language = words && languages.get(forms[at + words.length] ?? '');
    if (language) return language;
  }
  return undefined;
}
