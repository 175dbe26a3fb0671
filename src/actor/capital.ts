/** Capitals that stand for the governments in them. */
import { folded, PhraseTable, type States } from '../place/index.js';

/** Capitals whose name is rather a person's, another town's or the state's own. */
export function loadCapitals(states: States): PhraseTable<string> {
  const table = new PhraseTable<string>();
  const owners = new Map<string, number>();
  for (const names of states.capitals.values()) {
    for (const name of names) owners.set(name, (owners.get(name) ?? 0) + 1);
  }
  for (const [country, names] of states.capitals) {
    for (const name of names) {
      const shared = (owners.get(name) ?? 0) > 1 || states.names.get(folded(name)) !== undefined;
      if (!shared && states.sovereign.has(country)) table.set(folded(name), country);
    }
  }
  for (const [name, country] of states.otherCapitals) table.set(folded(name), country);
  return table;
}
