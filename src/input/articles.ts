import {
  type ArticleOutcome,
  articleFromJsonLine,
  type loadArticles,
  readArticles,
} from '../article/index.js';
import { located } from '../reading/pool.js';
import type { Report } from './report.js';

/** The articles of a report; one that can't be read is an outcome like the others. */
export function* articlesOf(
  report: Report,
  articles: ReturnType<typeof loadArticles>,
): Generator<ArticleOutcome, void, undefined> {
  if (report.kind === 'failed') yield { ok: false, error: report.error };
  else if (report.kind === 'line') yield articleFromJsonLine(report.line, report.source, articles);
  else if (report.kind === 'bytes')
    for (const outcome of readArticles(report.bytes, { from: 'text', ...report.source }, articles))
      yield located(outcome, report);
}
