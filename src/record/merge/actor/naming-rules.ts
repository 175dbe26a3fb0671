/** How names are spelled and built, from data/record/names.yaml; bodies and common nouns from data/actors. */
import { z } from 'zod';
import { checkedData, dataText } from '../../../data-file.js';
import { foldedName } from '../../filing/party.js';

const words = z.array(z.string());

const NamesFile = z.strictObject({
  spellings: z.array(z.tuple([z.string(), z.string()])),
  'family-first': z.array(z.string().regex(/^[A-Z]{3}$/u)),
  'family-names': words,
  particles: words,
  patronymics: words,
  suffixes: words,
  local: words,
});

export interface Body {
  readonly name: string;
  readonly country: string;
}

export interface NamingRules {
  readonly spellings: readonly (readonly [string, string])[];
  readonly familyFirst: ReadonlySet<string>;
  readonly familyNames: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly patronymics: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  readonly local: ReadonlySet<string>;
  /** By folded name and abbreviation. */
  readonly bodies: ReadonlyMap<string, Body>;
  /** `military`, `foreign ministry`: nouns for bodies, folded. */
  readonly nouns: ReadonlySet<string>;
}

let loaded: NamingRules | undefined;

/** Loaded once. @throws Error naming file and entry. */
export function loadNamingRules(): NamingRules {
  loaded ??= readRules();
  return loaded;
}

function readRules(): NamingRules {
  const file = checkedData('record', 'names.yaml', NamesFile);
  const groups = checkedData('actors', 'groups.yaml', z.array(z.looseObject({ nouns: words })));
  return {
    spellings: file.spellings,
    familyFirst: new Set(file['family-first']),
    familyNames: new Set(file['family-names']),
    particles: new Set(file.particles),
    patronymics: new Set(file.patronymics),
    suffixes: new Set(file.suffixes),
    local: new Set(file.local),
    bodies: bodiesOf(dataText('actors', 'organisations.tsv')),
    nouns: new Set(groups.flatMap(({ nouns }) => nouns.map(foldedName))),
  };
}

function bodiesOf(table: string): Map<string, Body> {
  const bodies = new Map<string, Body>();
  for (const line of table.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [name = '', , , country = '', aliases = ''] = line.split('\t');
    for (const each of [name, ...aliases.split('|')]) {
      if (each !== '') bodies.set(foldedName(each), { name: foldedName(name), country });
    }
  }
  return bodies;
}
