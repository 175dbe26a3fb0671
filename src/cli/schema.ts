import { Command } from 'commander';
import { readingSchema } from '../reading/schema.js';
import { print } from './io.js';

export const schemaCommand = (): Command =>
  new Command('schema')
    .description('Print the JSON Schema of a Reading.')
    .addHelpText('after', '\nExample:\n  demarche schema > reading.schema.json')
    .action(() => print(`${JSON.stringify(readingSchema(), null, 2)}\n`));
