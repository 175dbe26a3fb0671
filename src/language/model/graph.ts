/** One sentence through the model's graph. The shapes of what goes in and out are told in model/README.md. */
import type { Vocabulary } from './pieces.js';
import type { Session } from './session.js';
import { SEP_SHAPE } from './shape.js';

/** Scores of a sentence of W words. */
export interface Scores {
  /** Labels, one a word. */
  readonly upos: Int32Array;
  readonly feats: Int32Array;
  readonly lemmas: Int32Array;
  /** W × tags. */
  readonly names: Float32Array;
  /** W × (W + 1): how well a word hangs below each node; node 0 is the root, node h the word h - 1. */
  readonly arcs: Float32Array;
  /** W × (W + 1): the best relation for each such pair. */
  readonly relations: Uint8Array;
}

/**
 * @param pieces Of each word.
 * @param shapes Of the sentence and of each word.
 */
export async function scoresOf(
  { Tensor, run }: Session,
  vocabulary: Vocabulary,
  pieces: readonly (readonly number[])[],
  shapes: readonly number[],
): Promise<Scores> {
  const ids = [vocabulary.first];
  const idShapes = [shapes[0] ?? 0];
  const first = [0];
  const last = [0];
  pieces.forEach((word, at) => {
    first.push(ids.length);
    for (const id of word) {
      ids.push(id);
      idShapes.push(shapes[at + 1] ?? 0);
    }
    last.push(ids.length - 1);
  });
  ids.push(vocabulary.last);
  idShapes.push(SEP_SHAPE);
  const row = (values: readonly number[]) => new Tensor('int32', Int32Array.from(values), [values.length]);
  const out = await run({ pieces: row(ids), shapes: row(idShapes), first: row(first), last: row(last) });
  return {
    upos: out.upos_best?.data as Int32Array,
    feats: out.feats_best?.data as Int32Array,
    lemmas: out.lemma_best?.data as Int32Array,
    names: out.names_scores?.data as Float32Array,
    arcs: out.arc_scores?.data as Float32Array,
    relations: out.relation_best?.data as Uint8Array,
  };
}
