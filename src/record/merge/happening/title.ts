/** What a happening is called in a list: `Shinzo Abe (JPN) met Vladimir Putin (RUS), Sochi`. */
import { z } from 'zod';
import { checkedData } from '../../../data-file.js';
import type { Party } from '../../store/tables.js';
import type { Realis } from './telling.js';

const Phrase = z.strictObject({ of: z.string(), alone: z.string() });
const TitlesFile = z.object({ realis: z.record(z.string(), z.string()) }).catchall(Phrase);

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
  const { realis, ...rows } = checkedData('record', 'titles.yaml', TitlesFile);
  const phrases = rows as Record<string, z.infer<typeof Phrase>>;
  return (happening) => {
    const { type, mode, place, recipients } = happening;
    const phrase = phrases[`${type}-${mode}`] ?? phrases[type] ?? { of: type, alone: type };
    const manner = realis[happening.denied ? 'denied' : happening.realis];
    // Of acts done together the reader may name all as actors.
    const actors = named(happening.actors);
    const words = [
      ...(manner === undefined ? [] : [manner]),
      ...(actors === '' ? ['somebody'] : [actors]),
      ...(recipients.length > 0 ? [phrase.of, named(recipients)] : [phrase.alone]),
    ];
    return `${words.join(' ')}${place === null ? '' : `, ${place}`}`;
  };
}

const MOST = 4;

function named(parties: readonly Party[]): string {
  const names = parties.map(nameOf);
  if (names.length > MOST)
    return `${names.slice(0, MOST - 1).join(', ')} and ${names.length - MOST + 1} others`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const nameOf = ({ form, name, country }: Party): string =>
  country === undefined || form.startsWith('state|') ? name : `${name} (${country})`;
