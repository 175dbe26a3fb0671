/** What a row asks for beside its word, in words, and what stands there in the sentence: one entry a field. */

import type { Candidate, Misfit } from './candidate.js';
import type { Desk } from './desk.js';
import type { Phrase } from './frame.js';
import type { Rule } from './lexicon.js';
import { sortOf } from './party.js';
import { isOf } from './requirement.js';
import { rolesOf } from './roles.js';

/** One field of a row held against the words. */
export interface Requirement {
  readonly field: Misfit | 'needs';
  /** `an object of class troops`. */
  readonly asks: string;
  /** What stands there: `'letter'`, `Kenya (civil)`; of a field that is met, what meets it. */
  readonly found: readonly string[];
}

interface Scene {
  readonly desk: Desk;
  readonly candidate: Candidate;
  readonly rule: Rule;
  readonly subject: readonly Phrase[];
  readonly object: readonly Phrase[];
  /** What meets the field alone, or all that stands there. */
  readonly met: boolean;
}

type Ask = (scene: Scene) => Omit<Requirement, 'field'> | undefined;

const words = (list: readonly string[]): string => {
  const shown = list.slice(0, MOST_WORDS).map((word) => SPECIAL[word] ?? `'${word}'`);
  const more = list.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` or ${more} more` : ''}`;
};
const MOST_WORDS = 6;
const SPECIAL: Readonly<Record<string, string>> = {
  actor: 'somebody',
  place: 'a place',
  number: 'a number',
  none: 'nothing',
};

/** Classes of objects.yaml by their name, other words as such. */
function classes({ desk }: Scene, list: readonly string[] = []): string {
  const known = desk.data.lexicon.classes;
  const named = list.filter((word) => known.has(word));
  const plain = list.filter((word) => !known.has(word));
  const parts = [
    ...(named.length > 0 ? [`class ${named.join(', ')}`] : []),
    ...(plain.length > 0 ? [words(plain)] : []),
  ];
  return parts.join(' or ');
}

/** The phrases of a class where it is met, all of them where it isn't. */
function heads(
  { desk, met }: Scene,
  phrases: readonly Phrase[],
  resolved: ReadonlySet<string> | undefined,
): string[] {
  const shown = met && resolved ? phrases.filter((phrase) => isOf(resolved, phrase)) : phrases;
  return shown.flatMap(({ head }) => {
    const token = desk.doc.tokens[head];
    return token ? [`'${token.form}'`] : [];
  });
}

const behind = ({ rule: { prep }, candidate }: Scene): Phrase[] =>
  candidate.obliques.flatMap(({ preposition, phrase }) =>
    prep === undefined || prep.includes(preposition) ? [phrase] : [],
  );

const sorted = ({ desk }: Scene, ids: readonly string[]): string[] =>
  ids.flatMap((id) => {
    const actor = desk.parties.actor.get(id);
    return actor ? [`${actor.name} (${sortOf(actor)})`] : [];
  });

const present = (word: string | undefined): string[] => (word === undefined ? [] : [`'${word}'`]);

function complementAsk({ rule, candidate }: Scene): Omit<Requirement, 'field'> | undefined {
  const { only, unless, modal, infinitive, refuses } = rule;
  const asks = [
    ...(only ? [`governs ${words(only)}`] : []),
    ...(unless ? [`does not govern ${words(unless)}`] : []),
    ...(modal ? [`governs a verb under ${words(modal)}`] : []),
    ...(infinitive ? ['governs an infinitive'] : []),
    ...(refuses ? ['governs what its own subject will not do'] : []),
  ];
  if (asks.length === 0) return undefined;
  return { asks: `that it ${asks.join(' and ')}`, found: present(candidate.frame.complementVerb) };
}

function objectAsk(scene: Scene): Omit<Requirement, 'field'> | undefined {
  const { rule, object, met } = scene;
  if (!rule.objects) return met ? undefined : { asks: 'an object', found: heads(scene, object, undefined) };
  return {
    asks: `an object of ${classes(scene, rule.object)}`,
    found: heads(scene, object, rule.objects),
  };
}

/** The noun after a preposition; of a noun's rule also that the preposition is there at all. */
function afterAsk(scene: Scene): Omit<Requirement, 'field'> | undefined {
  const { rule, candidate } = scene;
  const link = rule.prep ? `${words(rule.prep)}` : 'a preposition';
  if (rule.afters)
    return {
      asks: `${classes(scene, rule.after)} after ${link}`,
      found: heads(scene, behind(scene), rule.afters),
    };
  if (rule.kind === 'verb' || !rule.prep) return undefined;
  return { asks: `a phrase with ${link}`, found: candidate.frame.prepositions.map((one) => `'${one}'`) };
}

const ASKS: Readonly<Record<Misfit, Ask>> = {
  particle: ({ rule, candidate }) =>
    rule.particle && {
      asks: `${words(rule.particle)} right after it`,
      found: present(candidate.frame.particle),
    },
  result: ({ rule, candidate }) =>
    rule.result && {
      asks: `an object that is made or held to be ${words(rule.result)}`,
      found: present(candidate.frame.result),
    },
  modifier: ({ rule, candidate }) =>
    rule.modifier && {
      asks: `${words(rule.modifier)} right before it`,
      found: candidate.frame.modifiers.map((one) => `'${one}'`),
    },
  complement: complementAsk,
  plan: ({ rule, met }) =>
    rule.plan
      ? { asks: 'a clause that says what is to be', found: met ? [] : ['one that says what is'] }
      : undefined,
  prep: ({ rule, candidate, met }) =>
    rule.prep && rule.kind === 'verb'
      ? {
          asks: `a phrase with ${words(rule.prep)}`,
          found: candidate.frame.prepositions
            .filter((one) => !met || rule.prep?.includes(one))
            .map((one) => `'${one}'`),
        }
      : undefined,
  object: objectAsk,
  of: (scene) =>
    scene.rule.ofs && {
      asks: `${classes(scene, scene.rule.of)} after 'of'`,
      found: heads(
        scene,
        scene.candidate.frame.obliques.flatMap(({ preposition, phrase }) =>
          preposition === 'of' ? [phrase] : [],
        ),
        scene.rule.ofs,
      ),
    },
  after: afterAsk,
  doer: (scene) =>
    scene.rule.doers && {
      asks: `a subject of ${classes(scene, scene.rule.doer)}`,
      found: heads(scene, scene.subject, scene.rule.doers),
    },
  except: (scene) => {
    const { rule, met, subject, object, candidate } = scene;
    const all = [...subject, ...object, ...candidate.obliques.map(({ phrase }) => phrase)];
    return (
      rule.excepts && {
        asks: `nothing of ${classes(scene, rule.except)} beside it`,
        found: met ? [] : heads({ ...scene, met: true }, all, rule.excepts),
      }
    );
  },
  light: ({ rule, candidate, desk }) => {
    if (!rule.light || !rule.needs.includes('light')) return undefined;
    const governor = candidate.frame.governors[0];
    const over = candidate.light ?? governor?.token;
    const word = over === undefined ? undefined : desk.doc.tokens[over]?.form;
    return { asks: `a light verb over it, as ${words(rule.light)}`, found: present(word) };
  },
  subject: (scene) => {
    const sorts = scene.rule.subject ?? scene.rule.party;
    return (
      sorts && {
        asks: `an actor that is ${sorts.join(' or ')}`,
        found: sorted(scene, scene.candidate.actors),
      }
    );
  },
  crowd: (scene) =>
    scene.rule.crowd
      ? { asks: 'an actor that is no single person', found: sorted(scene, scene.candidate.actors) }
      : undefined,
  target: (scene) =>
    scene.rule.target && {
      asks: `a recipient that is ${scene.rule.target.join(' or ')}`,
      found: sorted(scene, scene.candidate.recipients),
    },
  content: ({ rule, candidate }) =>
    rule.needs.includes('content')
      ? {
          asks: 'to be about something in contents.yaml',
          found: [...(candidate.content?.verbs ?? []), ...(candidate.content?.nouns ?? [])].map(
            (one) => `'${one}'`,
          ),
        }
      : undefined,
};

/** Why a candidate can't stand on its own. */
const PROBLEMS: Readonly<
  Record<NonNullable<Candidate['problem']>, (scene: Scene) => Omit<Requirement, 'field'>>
> = {
  'no-actor': (scene) => ({
    asks: `somebody who does it (looked for as ${scene.rule.actorRoles.join(', ')})`,
    found: heads(scene, scene.subject, undefined),
  }),
  'no-recipient': (scene) => ({
    asks: `a recipient (looked for as ${scene.rule.recipientRoles.join(', ')})`,
    found: heads(scene, scene.object, undefined),
  }),
  'no-pair': (scene) => ({ asks: 'two parties', found: sorted(scene, scene.candidate.actors) }),
  'no-complement': () => ({ asks: 'a verb that it governs', found: [] }),
};

function sceneOf(desk: Desk, candidate: Candidate, met: boolean): Scene {
  const { rule, frame, light } = candidate;
  const carrier = (light === undefined ? undefined : desk.syntax.frame(light)) ?? frame;
  const { subject, object } = rolesOf(carrier, rule.particle ?? []);
  const own = object.filter(({ head }) => head !== frame.head);
  return { desk, candidate, rule, met, subject, object: own };
}

/** The fields that are not met, and what stands there instead. */
export function lacksIn(desk: Desk, candidate: Candidate, lacks: readonly Misfit[]): Requirement[] {
  const scene = sceneOf(desk, candidate, false);
  const { problem } = candidate;
  return [
    ...lacks.flatMap((field) => {
      const ask = ASKS[field](scene);
      return ask ? [{ field, ...ask }] : [];
    }),
    ...(problem === undefined ? [] : [{ field: 'needs' as const, ...PROBLEMS[problem](scene) }]),
  ];
}

/** The fields of the row that were met, each with what met it. */
export function metIn(desk: Desk, candidate: Candidate): Requirement[] {
  const scene = sceneOf(desk, candidate, true);
  return (Object.keys(ASKS) as Misfit[]).flatMap((field) => {
    const ask = ASKS[field](scene);
    return ask ? [{ field, ...ask }] : [];
  });
}
