/** Dictionary files become tables that are looked up in while a report is read. */
import { foldedLower, PhraseTable } from '../../place/index.js';
import type { NamedText } from '../../table-file.js';
import { type Agent, agentsOf } from './agents.js';
import { type CodeTable, loadCodes } from './codes.js';
import { type Entry, entriesOf } from './entries.js';
import type { Fault } from './lines.js';

export interface Dictionary {
  /** By name in lower case. */
  readonly actors: PhraseTable<Entry>;
  readonly agents: PhraseTable<Agent>;
  readonly codes: CodeTable;
}

/** Later files win over earlier ones: a user's corrections stand in the last one. */
export function loadDictionary(files: readonly NamedText[], faults: Fault[]): Dictionary {
  const actors = new PhraseTable<Entry>();
  const agents = new PhraseTable<Agent>();
  for (const file of files) {
    const first = faults.length;
    if (isAgents(file)) {
      for (const agent of agentsOf(file, faults)) put(agents, agent.names, agent);
    } else {
      for (const entry of entriesOf(file, faults)) put(actors, entry.names, entry);
    }
    faults.push(...faults.splice(first).sort((a, b) => a.line - b.line));
  }
  return { actors, agents, codes: loadCodes() };
}

/** An agent's code has the `~` of the actor's place. */
const isAgents = ({ text }: NamedText): boolean => {
  const code = /^[^#<\n]*\[\s*(~|[A-Za-z0-9]+)/mu.exec(text);
  return code !== null && (code[1] === '~' || /^\s*~\s*\]/u.test(text.slice(code.index + code[0].length)));
};

function put<V>(table: PhraseTable<V>, names: readonly string[], value: V): void {
  for (const name of names) table.set(foldedLower(name), value);
}
