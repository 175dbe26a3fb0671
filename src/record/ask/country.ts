/** Countries as people write them. */
import { folded, loadStates } from '../../place/index.js';
import { AskError } from './error.js';

/** ISO 3166-1 alpha-3 of a code or an English name; nothing where it is neither. @throws AskError `ask/ambiguous` */
export function findCountry(name: string): string | undefined {
  const states = loadStates();
  const code = name.trim().toUpperCase();
  if (states.codes.has(code)) return code;
  const plain = folded(name.trim()).replace(/^the /iu, '');
  const named = states.names.get(plain) ?? states.names.get(titled(plain));
  if (named !== undefined && named.length > 1) {
    throw new AskError('ask/ambiguous', `'${name}' may be ${named.join(' or ')}: give the code.`);
  }
  return named?.[0] ?? byCommonName(plain);
}

/** @throws AskError `ask/unknown-name`, `ask/ambiguous` */
export function countryCode(name: string): string {
  const code = findCountry(name);
  if (code !== undefined) return code;
  throw new AskError(
    'ask/unknown-name',
    `no country is called '${name}': give its English name or its ISO 3166-1 code of three letters.`,
  );
}

const titled = (name: string): string =>
  name.toLowerCase().replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

function byCommonName(name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [code, common] of loadStates().nameOf) if (folded(common).toLowerCase() === wanted) return code;
  return undefined;
}
