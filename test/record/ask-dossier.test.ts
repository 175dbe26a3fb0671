import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DossierError, dossierFolders, dossierOf, loadDossier } from '../../src/record/dossier/file.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-dossier-'));
  mkdirSync(join(folder, 'dossiers'));
  writeFileSync(
    join(folder, 'dossiers', 'shelf.yaml'),
    'title: The northern shelf\nparties: [JPN, NOR]\nsince: 2015-01-01\n',
  );
  writeFileSync(join(folder, 'broken.yaml'), 'title: [');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is found by name beside the record, or by its path', () => {
  const shelf = {
    title: 'The northern shelf',
    parties: ['JPN', 'NOR'],
    object: { names: [], places: [] },
    words: [],
    since: '2015-01-01',
  };
  expect(loadDossier('shelf', dossierFolders(folder))).toEqual(shelf);
  expect(loadDossier(join(folder, 'dossiers', 'shelf.yaml'), [])).toEqual(shelf);
  expect(dossierFolders('postgres://desk@db.example/record')).toEqual(['dossiers']);
});

const damaged: readonly [string, string, RegExp][] = [
  ['no title', 'parties: [JPN]', /shelf\.yaml.*title/su],
  ['a field that there is not', 'title: A\nparty: JPN', /shelf\.yaml.*party/su],
  ['a day that is none', 'title: A\nparties: [JPN]\nsince: May 2015', /shelf\.yaml.*since/su],
  ['a place that is neither name nor id', 'title: A\nobject: { places: [-3] }', /shelf\.yaml.*places/su],
  ['nothing to look for', 'title: A', /shelf\.yaml: names no parties/u],
  ['no YAML', 'title: [', /shelf\.yaml/u],
];
it.each(damaged)('names file and entry: %s', (_, text, message) => {
  const load = () => dossierOf(text, 'shelf.yaml');
  expect(load).toThrow(DossierError);
  expect(load).toThrow(message);
});

it('says where it looked', () => {
  expect(() => loadDossier('absent', dossierFolders(folder))).toThrow(/no dossier 'absent'.*dossiers/u);
  expect(() => loadDossier(join(folder, 'absent.yaml'), [])).toThrow(/cannot be read/u);
});
