/** The thread of `pglite-apart.ts`: opens the embedded database and answers one statement after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { embedded } from './pglite.js';
import type { Asked, Said } from './pglite-apart.js';

const port = parentPort;
if (port === null) throw new Error('pglite-thread.js is started by pglite-apart.js.');
const say = (said: Said): void => port.postMessage(said);

const opening = embedded(workerData as string);
opening.then(
  () => say({ id: 0 }),
  (error: unknown) => say({ id: 0, error: factsOf(error) }),
);

port.on('message', (asked: Asked) => {
  answer(asked).then(
    (result) => say({ id: asked.id, ...(result === undefined ? {} : { result }) }),
    (error: unknown) => say({ id: asked.id, error: factsOf(error) }),
  );
});

async function answer({ text, values }: Asked): Promise<Said['result']> {
  const pglite = await opening;
  if (text === undefined) return void (await pglite.close());
  const { rows, affectedRows } = await pglite.query<object>(text, [...values]);
  return { rows, ...(affectedRows === undefined ? {} : { affectedRows }) };
}

/** What a message keeps of an error is its text alone: SQLSTATE and the like go beside it. */
function factsOf(error: unknown): NonNullable<Said['error']> {
  if (!(error instanceof Error)) return { message: String(error) };
  const facts = Object.entries(error).filter(([, value]) =>
    /^(?:string|number|boolean)$/u.test(typeof value),
  );
  return { ...Object.fromEntries(facts), message: error.message };
}
