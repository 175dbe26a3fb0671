/** Answers of the desk. What the record answers is typed there and only named here. */

import type { Reading } from '../../../src/reading/reading.js';
import type { DecisionOfRecord } from '../../../src/record/decide/list.js';
import type { DossierFile } from '../../../src/record/dossier/file.js';
import type { DossierPage } from '../../../src/record/dossier/page.js';

export type { ActorOfRecord } from '../../../src/record/ask/actors.js';
export type { Due as CalendarEntry, Outcome } from '../../../src/record/ask/calendar.js';
export type { Evidence, Source } from '../../../src/record/ask/cite.js';
export type { Contradiction } from '../../../src/record/ask/contradictions.js';
export type { Happening } from '../../../src/record/ask/happening.js';
export type { Link, OneHappening } from '../../../src/record/ask/one.js';
export type { Page } from '../../../src/record/ask/page.js';
export type { Hit } from '../../../src/record/ask/search.js';
export type { Sources } from '../../../src/record/ask/sources.js';
export type { Saying, Wording } from '../../../src/record/ask/statements.js';
export type { Relation } from '../../../src/record/dossier/relations.js';
export type { Party } from '../../../src/record/store/tables.js';
export type { Span } from '../../../src/span.js';
export type { DecisionOfRecord, DossierPage, Reading };

export interface ReportRow {
  readonly id: string;
  readonly headline: string;
  readonly outlet?: string;
  readonly agency?: string;
  readonly url?: string;
  readonly published?: string;
  readonly day?: string;
  readonly origin: string;
  readonly filed: string;
  readonly lineage?: string;
  readonly copies: number;
  readonly correction: boolean;
  readonly superseded?: string;
  readonly events: number;
  readonly statements: number;
}

export interface OneReport {
  readonly report: ReportRow;
  readonly reading: Reading;
  readonly events: readonly {
    readonly event: string;
    readonly index: number;
    readonly happening?: string;
    readonly title?: string;
    readonly rejected: boolean;
  }[];
  readonly statements: readonly {
    readonly statement: string;
    readonly index: number;
    readonly saying?: string;
    readonly rejected: boolean;
  }[];
  readonly copies: readonly ReportRow[];
}

export interface DossierRow {
  readonly name: string;
  readonly title: string;
  readonly about?: string;
  readonly parties: readonly string[];
  readonly since?: string;
}

export interface DossierSuggestion {
  readonly name: string;
  readonly why: string;
  readonly file: DossierFile;
}

export interface About {
  readonly version: string;
  readonly record: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly revision: number;
  readonly scopes: readonly string[];
}

export interface Verdict {
  readonly kind: 'merge' | 'split' | 'rename' | 'reject';
  readonly subjects: readonly string[];
  readonly value?: string;
  readonly note?: string;
}
