/** What a happening is called in a list: `Shinzo Abe (JPN) met Vladimir Putin (RUS), Sochi`; before it, `is to meet`. */
import { z } from 'zod';
import { checkedData } from '../../../data-file.js';
import type { Party } from '../../store/tables.js';
import type { Realis } from './telling.js';

const Phrase = z.strictObject({
  of: z.string(),
  alone: z.string(),
  to: z.string(),
  'to-alone': z.string(),
  /** Between actor and people rather than their state: `expelled two diplomats`, `expelled people of Norway`. */
  whom: z.string().optional(),
  'to-whom': z.string().optional(),
});
const Manner = z.strictObject({ before: z.string().optional(), one: z.string(), several: z.string() });
const TitlesFile = z
  .object({ realis: z.record(z.string(), Manner), denied: z.strictObject({ before: z.string() }) })
  .catchall(Phrase);

export interface Titled {
  readonly type: string;
  readonly mode: string | null;
  readonly realis: Realis;
  readonly denied: boolean;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly place: string | null;
}

export type TitleOf = (happening: Titled) => string;

/** @throws Error naming file and entry. */
export function loadTitles(): TitleOf {
  const { realis, denied, ...rows } = checkedData('record', 'titles.yaml', TitlesFile);
  const phrases = rows as Record<string, z.infer<typeof Phrase>>;
  return (happening) => {
    const { type, mode, actors } = happening;
    const phrase = phrases[`${type}-${mode}`] ?? phrases[type] ?? unknown(type);
    const manner = realis[happening.realis];
    // Of acts done together the reader may name all on both sides.
    const recipients = happening.recipients.filter(({ form }) =>
      actors.every((actor) => actor.form !== form),
    );
    const alone = recipients.length === 0;
    const act =
      manner === undefined
        ? [alone ? phrase.alone : done(phrase, recipients)]
        : [
            isSeveral(actors) ? manner.several : manner.one,
            alone ? phrase['to-alone'] : toCome(phrase, recipients),
          ];
    const words = [
      happening.denied ? denied.before : (manner?.before ?? ''),
      named(actors) || 'somebody',
      ...act,
      named(recipients),
    ];
    return words.filter((word) => word !== '').join(' ') + placeWords(happening);
  };
}

const done = ({ of, whom = of }: z.infer<typeof Phrase>, recipients: readonly Party[]): string =>
  recipients.some(isState) ? of : whom;

const toCome = (
  { to, 'to-whom': whom = to }: z.infer<typeof Phrase>,
  recipients: readonly Party[],
): string => (recipients.some(isState) ? to : whom);

const isState = ({ form }: Party): boolean => form.startsWith('state|');

/** `the presidents of Guyana and Venezuela` are several by one name; `protesters` too. */
const isSeveral = (parties: readonly Party[]): boolean =>
  parties.length > 1 ||
  parties.some(
    ({ kind, name, countries = [] }) => countries.length > 1 || (kind === 'group' && /s$/u.test(name)),
  );

const unknown = (type: string): z.infer<typeof Phrase> => ({
  of: type,
  alone: type,
  to: type,
  'to-alone': type,
});

/** Not again where a party is called so: "visited Japan, Japan". */
const placeWords = ({ place, actors, recipients }: Titled): string =>
  place === null || [...actors, ...recipients].some(({ name }) => name === place) ? '' : `, ${place}`;

const MOST = 4;

function named(parties: readonly Party[]): string {
  const names = parties.map(nameOf);
  if (names.length > MOST)
    return `${names.slice(0, MOST - 1).join(', ')} and ${names.length - MOST + 1} others`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const nameOf = ({ form, name, country }: Party): string =>
  country === undefined || form.startsWith('state|') ? name : `${name} (${country})`;
