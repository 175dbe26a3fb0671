/** Dossiers as resources: `demarche://dossier/NAME`, listed, completed and read. */
import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { McpError } from '@modelcontextprotocol/sdk/types.js';
import { dossierPage } from '../../record/dossier/dossier.js';
import type { DossierFile } from '../../record/dossier/file.js';
import { type McpContext, todayOf } from './context.js';
import { headOf, headText, lineText } from './dossier.js';
import { rowsOf } from './dossier-rows.js';
import { dossierNamed } from './dossiers.js';
import { faultText } from './fault.js';
import { leftText, listOf, shownPage } from './page.js';
import { NOTICE } from './tool.js';
import { clipped } from './words.js';

const SCHEME = 'demarche://dossier/';
/** The protocol's code for a resource that there is not. */
const NOT_FOUND = -32002;
const mimeType = 'text/plain';
/** Of the course; get_dossier has the rest. */
const ROWS = 30;

export function registerDossiers(server: McpServer, context: McpContext): void {
  const template = new ResourceTemplate(`${SCHEME}{name}`, {
    list: () => ({ resources: listed(context) }),
    complete: { name: (begun) => namesOf(context).filter((name) => name.startsWith(begun)) },
  });
  const config = {
    title: 'Dossiers',
    description:
      'Standing questions that people keep: who is concerned, and the latest of the course of events, each line with its citation. get_dossier gives the other sections.',
    mimeType,
  };
  server.registerResource('dossier', template, config, async (uri, { name }) => {
    try {
      const text = await overview(context, decodeURIComponent(String(name)));
      return { contents: [{ uri: uri.href, mimeType, text }] };
    } catch (error) {
      throw new McpError(NOT_FOUND, faultText(error, context));
    }
  });
}

const namesOf = ({ dossiers }: McpContext): string[] => dossiers.list().map(({ name }) => name);

/** A damaged file is listed all the same: reading it says what is wrong. */
const listed = ({ dossiers }: McpContext) =>
  dossiers.list().map(({ name, file }) => ({
    uri: `${SCHEME}${encodeURIComponent(name)}`,
    name,
    ...('code' in file ? {} : described(file)),
    mimeType,
  }));

const described = ({ title, about }: DossierFile): { title: string; description?: string } => ({
  title: clipped(title),
  ...(about === undefined ? {} : { description: clipped(about, 1000) }),
});

async function overview(context: McpContext, name: string): Promise<string> {
  const file = dossierNamed(context, name);
  const page = await context.ask((db) => dossierPage(db, file, { today: todayOf(context) }));
  const shown = await shownPage({ limit: ROWS }, listOf(rowsOf(page, 'course')));
  const rest =
    shown.next === undefined
      ? leftText(shown)
      : `${shown.left} more: get_dossier with name="${name}" and after="${shown.next}".`;
  return [NOTICE, '', ...headText(headOf(page)), '', ...shown.rows.flatMap(lineText), rest].join('\n');
}
