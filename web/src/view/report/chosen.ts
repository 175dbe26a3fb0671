/** Which piece of the text the reader looks at. Outside of the tree: a long report is not drawn anew for it. */
import { type Store, storeOf } from '../../store.js';

export interface Chosen {
  /** Among the pieces of the layout. */
  readonly piece?: number;
  /** Chosen by a click or key: the pointer's passing does not change it. */
  readonly isHeld: boolean;
}

export type ChosenStore = Store<Chosen>;

export const nothingChosen: Chosen = { isHeld: false };
export const chosenStore = (): ChosenStore => storeOf<Chosen>(nothingChosen);
