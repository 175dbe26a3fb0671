/** The dossiers that lie in the desk's folders. A name from outside is looked up among these, never made into a path. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DossierFile, loadDossier } from '../../record/dossier/file.js';
import type { McpContext } from './context.js';
import { ToolError } from './fault.js';

/** Names without `.yaml`, in order, with the file of each: of several folders the first that has it. */
export function dossierPaths({ folders }: McpContext): Map<string, string> {
  const found = [...folders].reverse().flatMap((folder) =>
    filesIn(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name.slice(0, -'.yaml'.length), join(folder, name)] as const),
  );
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No dossier was written yet.
    return [];
  }
}

/** @throws ToolError naming those that there are; DossierError where its file is damaged. */
export function dossierNamed(context: McpContext, name: string): DossierFile {
  const paths = dossierPaths(context);
  const path = paths.get(name);
  if (path !== undefined) return loadDossier(path, []);
  const names = [...paths.keys()];
  throw new ToolError(
    names.length === 0
      ? 'There is no dossier on this desk. Ask with search_happenings instead.'
      : `There is no dossier of that name. There are: ${names.slice(0, 50).join(', ')}.`,
  );
}
