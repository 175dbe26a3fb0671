/** Under which labels an act stands: its own, or that of a request, refusal, threat or promise by what it is about. */

import type { Candidate } from './candidate.js';
import { rowOf } from './content.js';
import { effectOf } from './effect.js';
import type { Rule } from './lexicon.js';
import type { EventData } from './load.js';
import { absorb, cameoOf, type Label } from './plover.js';

export interface Labels {
  readonly label: Label;
  readonly cameo: string;
  readonly contexts: readonly string[];
  readonly goldstein?: number;
}

/** `inner` is the act that this one governs; `threat`: who would do it said so. */
export function labelsOf(
  data: EventData,
  candidate: Candidate,
  inner: Candidate | undefined,
  threat: boolean,
): Labels {
  const { rule } = candidate;
  if (threat) return threatOf(data, rule);
  const part = inner && !isUndone(data, candidate, inner) ? inner.rule : undefined;
  const own: Label = { type: rule.type, cameo: rule.cameo, ...modeOf(rule.mode) };
  const both = part ? absorb(data.ontology, own, part) : own;
  const open = both.mode === undefined && both.type === rule.type && candidate.content;
  const row = open ? rowOf(data.lexicon, both, open) : undefined;
  const label = row ? { ...both, mode: row.mode } : both;
  const byPart =
    part && (rule.absorbs || both.type !== rule.type)
      ? cameoOf(data.ontology, label.type, part.cameo)
      : undefined;
  const cameo = inRoot(rule, byPart ?? row?.cameo[label.type] ?? rule.cameo);
  const known = data.ontology.cameo.get(cameo);
  const contexts = cameo === rule.cameo ? rule.allContexts : (rule.contexts ?? known?.contexts ?? []);
  return {
    label,
    cameo,
    contexts,
    ...(known?.goldstein === undefined ? {} : { goldstein: known.goldstein }),
  };
}

/** CAMEO tells appeals (root 02) from demands (root 10); what is asked for is coded alike in both: 023 and 103 are of aid. */
const inRoot = (rule: Rule, cameo: string): string =>
  rule.cameo.startsWith(APPEAL) && cameo.startsWith(DEMAND) ? APPEAL + cameo.slice(DEMAND.length) : cameo;
const APPEAL = '02';
const DEMAND = '10';

/** "pledged *not* to attack", "agreed to *postpone* the march": no threat. */
function isUndone({ lexicon }: EventData, outer: Candidate, inner: Candidate): boolean {
  const { frame, governors, rule, verb } = inner;
  if (verb?.negated === true) return true;
  const between = governors[0]?.token !== outer.frame.head ? governors[0] : undefined;
  const over = between && effectOf(lexicon, between, { kind: frame.kind, type: rule.type });
  return over?.effect === 'none' || over?.effect === 'cancelled';
}

/** "said it would bomb the bases if …" */
function threatOf({ ontology }: EventData, rule: Rule): Labels {
  const label = absorb(ontology, { type: 'THREATEN' }, { ...rule, ...modeOf(rule.mode) });
  const cameo = cameoOf(ontology, 'THREATEN', rule.cameo) ?? '130';
  const { contexts = [], goldstein } = ontology.cameo.get(cameo) ?? {};
  return { label, cameo, contexts, ...(goldstein === undefined ? {} : { goldstein }) };
}

export const modeOf = (mode: string | undefined): { mode?: string } => (mode === undefined ? {} : { mode });
