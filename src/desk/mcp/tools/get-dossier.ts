import { z } from 'zod';
import { Day } from '../../../record/ask/day.js';
import { dossierPage } from '../../../record/dossier/dossier.js';
import { todayOf } from '../context.js';
import { DossierHead, DossierLine, headOf, headText, lineText, sections } from '../dossier.js';
import { rowsOf } from '../dossier-rows.js';
import { dossierNamed } from '../dossiers.js';
import { leftText, listOf, pageInput, pageOutput, shownPage } from '../page.js';
import { tool } from '../tool.js';

const USUAL = 15;

export const getDossier = tool({
  name: 'get_dossier',
  title: 'A dossier',
  description:
    'A standing question, answered from the record: who the parties are and who speaks for them, the course of events, what each side has said and where it turned, what is due, where reports disagree, every source. Call it first without `section` for the parties, the size of each section and the latest of the course; then with the section that you need. The resources of this server list the dossiers.',
  input: z.strictObject({
    name: z.string().trim().min(1).max(300).describe('Name of a dossier.'),
    section: z
      .enum(sections)
      .optional()
      .describe(
        'course: what happened, newest first; said: statements and verbal acts by side, newest first; relations: cooperation and conflict by month.',
      ),
    today: Day.optional().describe('What counts as today; the day it is if not given.'),
    ...pageInput(USUAL, 50),
  }),
  output: { ...DossierHead.shape, section: z.enum(sections), ...pageOutput(DossierLine) },
  async run(context, { name, section = 'course', today = todayOf(context), ...asked }) {
    const file = dossierNamed(context, name);
    const page = await context.ask((db) => dossierPage(db, file, { today }));
    const head = headOf(page);
    const shown = await shownPage({ limit: USUAL, ...asked }, listOf(rowsOf(page, section)));
    const none = 'The record holds nothing for this section.';
    const lines = [
      ...headText(head),
      '',
      `Section ${section}:`,
      ...shown.rows.flatMap(lineText),
      shown.rows.length === 0 ? none : leftText(shown),
    ];
    return { data: { ...head, section, ...shown }, lines };
  },
});
