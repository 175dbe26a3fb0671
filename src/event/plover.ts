/** The PLOVER ontology as loaded: types, modes, scores, CAMEO codes, and the label of an act with its status. */
import { z } from 'zod';
import { PloverType, Status } from './event.js';
import { listOf, WordList } from './word-list.js';

export const PloverTable = z.strictObject({
  types: z.record(
    PloverType,
    z.strictObject({
      quad: z.int().min(1).max(4),
      score: z.number(),
      recipient: z.boolean().default(false),
      modes: z.record(z.string(), z.number()),
    }),
  ),
  contexts: WordList,
  codes: z.array(
    z.strictObject({
      id: z.string(),
      types: listOf(PloverType),
      status: listOf(Status),
      code: PloverType,
      note: z.string(),
    }),
  ),
  intent: z.array(z.strictObject({ types: listOf(PloverType), as: PloverType })),
  results: z.array(z.strictObject({ outer: PloverType, inner: PloverType, link: WordList })),
  threats: listOf(PloverType),
  ground: listOf(PloverType),
  absorb: z.array(
    z.strictObject({
      outer: PloverType,
      inner: PloverType,
      innerMode: z.string().optional(),
      cameo: WordList.optional(),
      type: PloverType.optional(),
      mode: z.string().optional(),
    }),
  ),
  beside: z.array(z.strictObject({ type: PloverType, drops: PloverType })),
  /** By outer type: the first digits of the inner act's code, and the code of both together. */
  cameo: z.partialRecord(PloverType, z.record(z.string(), z.string())),
});
export type PloverTable = z.infer<typeof PloverTable>;

export interface Cameo {
  readonly code: string;
  readonly type: PloverType;
  readonly mode?: string;
  readonly contexts: readonly string[];
  /** Absent for 1214, which no source scales. */
  readonly goldstein?: number;
}

export interface Ontology {
  readonly plover: PloverTable;
  readonly cameo: ReadonlyMap<string, Cameo>;
}

export interface Label {
  readonly type: PloverType;
  readonly mode?: string;
  readonly cameo?: string;
}

/** `CONSULT-third-party` at its first hyphen. */
export function splitLabel(label: string): { type: string; mode?: string } {
  const hyphen = label.indexOf('-');
  return hyphen < 0 ? { type: label } : { type: label.slice(0, hyphen), mode: label.slice(hyphen + 1) };
}

export const labelOf = ({ type, mode }: Label): string => (mode === undefined ? type : `${type}-${mode}`);

/** The PLOVER label after "which type wins": a future CONSULT is AGREE, an announced expulsion THREATEN-expel. */
export function codeOf(ontology: Ontology, label: Label, status: Status): string {
  const rule = ontology.plover.codes.find(
    ({ types, status: when }) => types.includes(label.type) && when.includes(status),
  );
  return labelOf(rule ? absorb(ontology, { type: rule.code }, label) : label);
}

/** −10…+10: the mode's score, else the type's. */
export function scoreOf({ plover }: Ontology, label: Label): number {
  const type = plover.types[label.type];
  return (label.mode === undefined ? undefined : type.modes[label.mode]) ?? type.score;
}

export const needsRecipient = ({ plover }: Ontology, type: string): boolean =>
  plover.types[type as PloverType].recipient;

/** The label of an act that governs another: "threatened to attack" is THREATEN-violence. */
export function absorb({ plover }: Ontology, outer: Label, inner: Label): Label {
  const row = plover.absorb.find(
    (rule) =>
      rule.outer === outer.type &&
      rule.inner === inner.type &&
      (rule.innerMode === undefined || rule.innerMode === inner.mode) &&
      (rule.cameo === undefined || rule.cameo.includes(inner.cameo ?? '')),
  );
  if (!row) return outer;
  const mode = row.mode ?? (row.type === undefined ? outer.mode : undefined);
  return { type: row.type ?? outer.type, ...(mode === undefined ? {} : { mode }) };
}

/** The CAMEO code with its status: of what is merely intended, that of the intent. */
export function cameoWith(ontology: Ontology, type: PloverType, cameo: string, status: Status): string {
  if (status !== 'intended') return cameo;
  const row = ontology.plover.intent.find(({ types }) => types.includes(type));
  return (row && cameoOf(ontology, row.as, cameo)) ?? cameo;
}

/** The CAMEO code of an act of `type` that is about another: "agreed to send food" is 0333. */
export function cameoOf({ plover }: Ontology, type: PloverType, inner: string): string | undefined {
  const table = plover.cameo[type];
  for (let digits = inner.length; table && digits >= 2; digits--) {
    const code = table[inner.slice(0, digits)];
    if (code !== undefined) return code;
  }
  return undefined;
}
