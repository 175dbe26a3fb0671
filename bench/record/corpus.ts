/** The reports of a corpus that say when and where they were printed: the texts of quotes/polnear, by day. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface CorpusReport {
  readonly path: string;
  readonly published: string;
  readonly outlet: string;
}

/** `huff-post_2016-09-10_title.txt` */
const NAME = /^(?<outlet>[^_]+)_(?<published>\d{4}-\d{2}-\d{2})_/u;

export function reportPaths(data: string): CorpusReport[] {
  return ['dev', 'train']
    .map((part) => join(data, 'quotes', 'polnear', part, 'text'))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .flatMap((path) => {
      const { outlet, published } = NAME.exec(basename(path))?.groups ?? {};
      return outlet === undefined || published === undefined ? [] : [{ path, outlet, published }];
    })
    .sort((a, b) => compare(a.published, b.published) || compare(a.path, b.path));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
