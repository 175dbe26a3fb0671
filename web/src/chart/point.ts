/** In pixels of an element. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
