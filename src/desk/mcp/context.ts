/** What the tools need of the desk. */
import type { Pool } from '../../reading/pool.js';
import type { Db } from '../../record/store/database.js';
import type { Dossiers } from '../dossiers.js';

export interface McpContext {
  /** Asks the record. @throws ToolError where the question takes too long. */
  readonly ask: <Answer>(question: (db: Db) => Promise<Answer>) => Promise<Answer>;
  /** Reads what `read_report` is given. */
  readonly pool: Pool;
  readonly dossiers: Dossiers;
  /** The day it is; in UTC if not given. */
  readonly today?: () => string;
  /** Lets `read_report` read pages at private addresses. Default false. */
  readonly allowPrivate?: boolean;
  /** Told of defects, whose messages no client sees. */
  readonly onError?: (error: unknown) => void;
}

export const todayOf = ({ today }: McpContext): string => today?.() ?? new Date().toISOString().slice(0, 10);
