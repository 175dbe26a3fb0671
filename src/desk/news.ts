/** What is new, told to all who listen: the record's revision is looked at in one place, however many they are. */
import { type FiledReport, filedSince } from '../record/ask/news.js';
import type { Db } from '../record/store/database.js';
import type { Addition } from './additions/addition.js';

export interface RevisionNews {
  readonly revision: number;
  /** How many the record holds. */
  readonly reports: number;
  /** Filed since the revision before, the newest first, up to 50. */
  readonly filed: readonly FiledReport[];
}

export type NewsEvent =
  | { readonly event: 'revision'; readonly data: RevisionNews }
  | { readonly event: 'addition'; readonly data: Addition };

export interface News {
  send(news: NewsEvent): void;
  /** @returns what ends it. */
  listen(to: (news: NewsEvent) => void, onEnd: () => void): () => void;
  readonly listeners: number;
  /** All are sent away; those who come then, too. */
  end(): void;
}

export function createNews(): News {
  const all = new Set<{ to: (news: NewsEvent) => void; onEnd: () => void }>();
  let ended = false;
  return {
    send(news) {
      for (const { to } of all) to(news);
    },
    listen(to, onEnd) {
      const one = { to, onEnd };
      if (ended) onEnd();
      else all.add(one);
      return () => all.delete(one);
    },
    get listeners() {
      return all.size;
    },
    end() {
      ended = true;
      for (const { onEnd } of [...all]) onEnd();
      all.clear();
    },
  };
}

/** A transaction that waited for its turn is filed with the moment it began: so far back is looked for it. */
const BACK = 120_000;
const MOST = 50;

/** Tells of each report once, however often it is asked. */
export function createTeller(): (db: Db, revision: number) => Promise<RevisionNews> {
  let since = Date.now();
  let told = new Set<string>();
  return async (db, revision) => {
    const now = Date.now();
    const from = new Date(since - BACK).toISOString();
    const { filed, reports } = await filedSince(db, from, 10 * MOST);
    const fresh = filed.filter(({ id }) => !told.has(id));
    told = new Set(filed.map(({ id }) => id));
    since = now;
    return { revision, reports, filed: fresh.slice(0, MOST) };
  };
}
