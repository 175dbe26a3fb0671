/** Whether the desk asks for a key. */
import { storeOf } from '../store.js';

/** Set by any answer 401; the page shows the sign-in form while it is. */
export const signedOut = storeOf(false);
