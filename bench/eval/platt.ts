/** Platt scaling: two numbers that turn a score into how often such a score is right. */
import { type Calibration, calibrated, logit } from '../../src/event/confidence.js';

/** A score, 0…1, and whether what it was given to is right. */
export interface Scored {
  readonly raw: number;
  readonly right: boolean;
}

const STEPS = 50;

/**
 * By Newton's method, with Platt's targets: a little less than 1 and more than 0, so that a few events
 * that happen to be all right don't make the map too sure.
 */
export function fitted(scored: readonly Scored[]): Calibration {
  const right = scored.filter((one) => one.right).length;
  const high = (right + 1) / (right + 2);
  const low = 1 / (scored.length - right + 2);
  let slope = 1;
  let intercept = 0;
  for (let step = 0; step < STEPS; step++) {
    let [gs, gi, ss, si, ii] = [0, 0, 1e-9, 0, 1e-9];
    for (const one of scored) {
      const x = logit(one.raw);
      const p = calibrated(one.raw, { slope, intercept });
      const miss = p - (one.right ? high : low);
      const weight = p * (1 - p);
      gs += miss * x;
      gi += miss;
      ss += weight * x * x;
      si += weight * x;
      ii += weight;
    }
    const determinant = ss * ii - si * si;
    slope -= (ii * gs - si * gi) / determinant;
    intercept -= (ss * gi - si * gs) / determinant;
  }
  return { slope, intercept };
}
