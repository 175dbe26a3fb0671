/** One person with two offices that nobody holds at once: "Japanese President X" beside "the Japanese prime minister, X". */
import type { Actor, Role } from '../actor/actor.js';
import type { Doc } from '../language/doc.js';
import type { Note } from '../log.js';
import type { Noticing } from './index.js';
import type { NoteWords } from './words.js';

export const officeNotes: Noticing = ({ doc, actors }, words) =>
  actors.flatMap((actor) => (actor.kind === 'person' ? twoOffices(doc, actor, words) : []));

interface Held {
  readonly role: Role;
  readonly office: string;
}

function twoOffices(doc: Doc, actor: Actor, words: NoteWords): Note[] {
  const held = actor.roles.flatMap((role): Held[] => {
    const office = officeOf(role, words);
    return office === undefined || !isHeldNow(doc.text, role, words) ? [] : [{ role, office }];
  });
  const [first] = held;
  const other = held.find((one) => first && one.office !== first.office && !areTogether(doc, first, one));
  if (!first || !other) return [];
  return [
    {
      kind: 'note/two-offices',
      message: `The report calls ${actor.name} '${first.role.title}' as well as '${other.role.title}'.`,
      spans: [first.role.span, other.role.span],
    },
  ];
}

const officeOf = ({ title }: Role, { offices }: NoteWords): string | undefined =>
  offices.get(title.toLowerCase());

/** Nothing before the title, or at its head, says that it is held no more. */
function isHeldNow(text: string, { span }: Role, { notNow }: NoteWords): boolean {
  const near = text.slice(Math.max(0, span.start - 24), span.end);
  const sentence = near.slice(near.search(/[^.!?\n]*$/u));
  const words = sentence
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .flatMap((word) => [word, ...word.split('-')]);
  return !words.some((word) => notNow.has(word));
}

/** "Prime minister and foreign minister" is one person with both. */
function areTogether({ text }: Doc, a: Held, b: Held): boolean {
  const between = text.slice(a.role.span.end, b.role.span.start);
  return between.length < 80 && !/[.!?\n]/u.test(between);
}
