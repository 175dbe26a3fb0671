import type { OneReport } from '../../../api/types.js';
import type { Names } from '../names.js';

export interface Context {
  readonly one: OneReport;
  readonly names: Names;
}
