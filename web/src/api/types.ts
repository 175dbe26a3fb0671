/** Answers of the desk. What the record answers is typed there and only named here. */

import type { About } from '../../../src/desk/api/about.js';
import type { DossierLine } from '../../../src/desk/api/schemas/dossier.js';
import type { Reading } from '../../../src/reading/reading.js';
import type { DecisionOfRecord } from '../../../src/record/decide/list.js';
import type { DossierPage } from '../../../src/record/dossier/page.js';

export type { ActorOfRecord } from '../../../src/record/ask/actors.js';
export type { Due as CalendarEntry, Outcome } from '../../../src/record/ask/calendar.js';
export type { Evidence, Source } from '../../../src/record/ask/cite.js';
export type { Contradiction } from '../../../src/record/ask/contradictions.js';
export type { Happening } from '../../../src/record/ask/happening.js';
export type { Link, OneHappening } from '../../../src/record/ask/one.js';
export type { Page } from '../../../src/record/ask/page.js';
export type { OneReport } from '../../../src/record/ask/report.js';
export type { ReportRow } from '../../../src/record/ask/reports.js';
export type { Hit } from '../../../src/record/ask/search.js';
export type { Saying } from '../../../src/record/ask/statements.js';
export type { Relation } from '../../../src/record/dossier/relations.js';
export type { Suggestion } from '../../../src/record/dossier/suggest.js';
export type { Party } from '../../../src/record/store/tables.js';
export type { Span } from '../../../src/span.js';
export type { About, DecisionOfRecord, DossierLine, DossierPage, Reading };

export interface Verdict {
  readonly kind: 'merge' | 'split' | 'rename' | 'reject';
  readonly subjects: readonly string[];
  readonly value?: string;
  readonly note?: string;
}
