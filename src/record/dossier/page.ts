/** The dossier on a page: what every format shows, in the order it is shown. */
import type { Span } from '../../span.js';
import type { ContradictionTable, FollowTable } from '../store/tables.js';
import type { Change } from './positions.js';
import type { Relation } from './relations.js';

type Day = string;

export interface DossierPage {
  readonly title: string;
  readonly about?: string;
  readonly since?: Day;
  /** The day it was made for: what lies before it is past. */
  readonly today: Day;
  readonly reports: number;
  readonly lineages: number;
  readonly names: readonly NameUse[];
  readonly parties: readonly PartyPage[];
  readonly background: readonly Entry[];
  readonly course: readonly Entry[];
  readonly said: readonly Said[];
  readonly relations: readonly Relation[];
  readonly due: readonly Due[];
  readonly disagreements: readonly Disagreement[];
  readonly sources: readonly SourceGroup[];
}

/** A report as lines cite it: by its number on the list of sources. */
export interface Cite {
  readonly number: number;
  /** Its id in the record. */
  readonly article: string;
  /** Where the sentence stands in the article's text, in UTF-16 code units. */
  readonly span?: Span;
  readonly outlet: string;
  readonly day?: Day;
  readonly url?: string;
}

/** A sentence and the report that it stands in. */
export interface Quote {
  readonly text: string;
  readonly cite: Cite;
  /** Reports that tell the same and copy it, or are copied by it. */
  readonly copies?: readonly Cite[];
}

/** A name of the thing in question; those that no report explains are named by the question. */
export interface NameUse {
  readonly name: string;
  /** Names of the parties that reports say use it. */
  readonly usedBy: readonly string[];
  /** None: the question names it so, no report says whose name it is. */
  readonly quote?: Quote;
  readonly reports: number;
}

export interface PartyPage {
  readonly name: string;
  readonly people: readonly Person[];
}

export interface Person {
  readonly name: string;
  readonly country?: string;
  readonly titles: readonly string[];
  /** Reports that tell what they did or said here. */
  readonly reports: number;
  readonly first?: Day;
  readonly last?: Day;
}

/** Half open; of the week before printing where the precision is `week`. */
export interface When {
  readonly from: Day;
  readonly to: Day;
  readonly precision?: string;
}

/** A happening. */
export interface Entry {
  readonly id: string;
  readonly when?: When;
  /** First printed: where no report tells the day it is all that is known. */
  readonly printed?: Day;
  readonly title: string;
  readonly type: string;
  readonly status: string;
  readonly reports: number;
  readonly sources: number;
  /** The best sentence. */
  readonly quote: Quote;
  /** One a lineage, the quoted one left out. */
  readonly others: readonly Quote[];
  readonly disputed: readonly Disagreement[];
  /** What had been planned, demanded or threatened and came about so. */
  readonly planned: readonly { readonly kind: FollowTable['kind']; readonly entry: Plan }[];
}

/** A happening as another one names it. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly when?: When;
  readonly reports: number;
  readonly sources: number;
  readonly quote: Quote;
}

/** Two claims that cannot both be right. */
export interface Disagreement {
  readonly happening: string;
  readonly title: string;
  readonly kind: ContradictionTable['kind'];
  readonly a: Claim;
  readonly b: Claim;
  /** Which of them was taken back, and the sentence that did so, where one is known. */
  readonly settled?: { readonly wrong: 'a' | 'b'; readonly by?: Quote };
}

export interface Claim {
  readonly claim: string;
  readonly quote?: Quote;
}

export interface Said {
  readonly party: string;
  readonly items: readonly SaidItem[];
}

export interface SaidItem {
  readonly when?: When;
  /** First printed: where no report tells the day it was said, all that is known. */
  readonly printed?: Day;
  readonly speaker: string;
  readonly text: string;
  /** The fullest wording's sentence, as its report has it. */
  readonly quote: Quote;
  readonly cites: readonly Cite[];
  /** What the act behind it is coded as. */
  readonly act?: string;
  readonly change?: Change;
}

export interface Due {
  /** Of the happening, the first where the record keeps several apart. */
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly when?: When;
  readonly quote: Quote;
  readonly reports: number;
  readonly sources: number;
  readonly outcome:
    | { readonly kind: 'due' | 'undated' | 'not-read-since' }
    | { readonly kind: 'no-further-word'; readonly reports: number; readonly until: Day };
  /** What may have come of it, as parties and days let it seem; the record does not link it. */
  readonly perhaps?: { readonly id: string; readonly title: string; readonly day?: Day };
}

/** Reports that are one text or copy one agency: one source. */
export interface SourceGroup {
  /** What they copy, where that is known. */
  readonly agency?: string;
  readonly reports: readonly SourceReport[];
}

export interface SourceReport extends Cite {
  readonly headline: string;
  /** Where it came from, where it has no address on the web. */
  readonly origin: string;
  readonly correction: boolean;
  /** The number of the report that is its later version. */
  readonly replacedBy?: number;
}
