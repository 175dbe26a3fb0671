/** People's decisions: told to the desk, and taken back. */
import { outOfDate } from '../api/answer.js';
import { tell } from '../api/client.js';
import { useAbout } from '../api/questions.js';
import type { Verdict } from '../api/types.js';
import { showToast } from '../shell/toast.js';

/** Whether the key (or the lack of one) lets decide. */
export function useMayWrite(): boolean {
  const { data } = useAbout();
  return data?.scopes.includes('write') ?? false;
}

/**
 * @param done What was done, in words: `Renamed.`
 * @param then `leave` leads away from what is no more, before the page asks for it again; `undone` is called when the reader
 * takes it back at once.
 * @returns the number of the decision; undefined where it was refused.
 */
export async function decide(
  verdict: Verdict,
  done: string,
  then: { readonly leave?: (() => void) | undefined; readonly undone?: (() => void) | undefined } = {},
): Promise<number | string | undefined> {
  try {
    const { id } = await tell<{ id: number | string }>('POST', '/decisions', verdict);
    then.leave?.();
    // The page is drawn without it first.
    await new Promise((drawn) => setTimeout(drawn));
    await outOfDate();
    showToast({
      text: done,
      act: { label: 'Undo', run: () => void undo(id).then((isUndone) => isUndone && then.undone?.()) },
    });
    return id;
  } catch (error) {
    showToast({ text: (error as Error).message, isWrong: true });
    return undefined;
  }
}

export async function undo(id: number | string): Promise<boolean> {
  try {
    await tell('POST', `/decisions/${encodeURIComponent(String(id))}/undo`);
    await outOfDate();
    showToast({ text: 'Undone.' });
    return true;
  } catch (error) {
    showToast({ text: (error as Error).message, isWrong: true });
    return false;
  }
}
