/** Sitemaps, news sitemaps and sitemap indexes (sitemaps.org 0.9, Google News 0.9). */
import { Parser } from 'htmlparser2';

export interface SitemapEntry {
  readonly url: string;
  /** W3C date as it stands there: of a news entry its publication, else the last change. */
  readonly date?: string | undefined;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly language?: string | undefined;
}

export interface Sitemap {
  /** Of an index, the entries are sitemaps. */
  readonly kind: 'urlset' | 'index';
  readonly entries: readonly SitemapEntry[];
}

/** As the standard allows; what a sitemap holds beyond is not read. */
const mostEntries = 50_000;

export const looksLikeSitemap = (text: string): boolean =>
  /<(?:[a-z]{1,10}:)?(?:urlset|sitemapindex)[\s>]/iu.test(text.slice(0, 4096));

const fields: Readonly<Record<string, string>> = {
  loc: 'loc',
  lastmod: 'lastmod',
  'news:publication_date': 'published',
  'news:title': 'title',
  'news:name': 'outlet',
  'news:language': 'language',
};

/** In: decoded text. A sitemap that is cut short gives the entries that are whole. */
export function parseSitemap(text: string): Sitemap {
  const entries: SitemapEntry[] = [];
  let kind: Sitemap['kind'] = 'urlset';
  let entry: Record<string, string> = {};
  // `image:loc` and the like are of things on the page: only what stands in no other element is its own.
  const path: string[] = [];
  const parser = new Parser(
    {
      onopentag(name) {
        path.push(local(name));
        if (path.at(-1) === 'sitemapindex') kind = 'index';
        if (isEntry(path.at(-1))) entry = {};
      },
      ontext(words) {
        const field = fields[path.at(-1) ?? ''];
        if (field !== undefined) entry[field] = (entry[field] ?? '') + words;
      },
      onclosetag(_, implied) {
        const name = path.pop();
        if (isEntry(name) && !implied && entries.length < mostEntries) entries.push(...entryOf(entry));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return { kind, entries };
}

const isEntry = (name: string | undefined): boolean => name === 'url' || name === 'sitemap';

/** Any prefix may stand for the sitemap's own namespace; of the others, `news` is used by that name. */
const local = (name: string): string => {
  const lower = name.toLowerCase();
  return /^(?:sitemap|sm|s|ns\d?):/u.test(lower) ? lower.slice(lower.indexOf(':') + 1) : lower;
};

function entryOf(found: Readonly<Record<string, string>>): SitemapEntry[] {
  const field = (name: string) => found[name]?.replace(/\s+/gu, ' ').trim() || undefined;
  const url = field('loc');
  if (url === undefined || !URL.canParse(url)) return [];
  const date = field('published') ?? field('lastmod');
  return [{ url, date, title: field('title'), outlet: field('outlet'), language: field('language') }];
}
