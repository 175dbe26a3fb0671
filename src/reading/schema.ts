import { z } from 'zod';
import { Reading } from './reading.js';

/** JSON Schema (draft 2020-12) of a Reading, generated from its types. */
export const readingSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(Reading, { target: 'draft-2020-12' }),
  $id: 'https://demarche.invalid/reading.schema.json',
  title: 'Reading',
});
