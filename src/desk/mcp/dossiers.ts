/** A dossier by the name that an agent gives it. */
import type { DossierFile } from '../../record/dossier/file.js';
import type { McpContext } from './context.js';
import { ToolError } from './fault.js';

/** Names that a message holds. */
const MOST = 50;

/** @throws ToolError naming those that there are; DossierError where its file is damaged. */
export function dossierNamed({ dossiers }: McpContext, name: string): DossierFile {
  const file = dossiers.find(name);
  if (file !== undefined) return file;
  const names = dossiers.list().map((each) => each.name);
  throw new ToolError(
    names.length === 0
      ? 'There is no dossier on this desk. Ask with search_happenings instead.'
      : `There is no dossier of that name. There are: ${names.slice(0, MOST).join(', ')}.`,
  );
}
