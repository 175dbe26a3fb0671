/**
 * Starts the work on items as they come, at most `ahead` of them at a time, and gives the answers in the order
 * of the items. An answer that is ready does not wait for the next item: whoever sends one line and waits for
 * its answer gets it. `start` must not reject.
 */
export async function* inOrder<Item, Answer>(
  items: AsyncIterable<Item>,
  ahead: number,
  start: (item: Item) => Promise<Answer>,
): AsyncGenerator<Answer, void, undefined> {
  const iterator = items[Symbol.asyncIterator]();
  const started: Promise<Answer>[] = [];
  let coming: Promise<IteratorResult<Item>> | undefined = iterator.next();
  for (;;) {
    const [first] = started;
    if (coming && started.length < ahead && (!first || (await isFirst(coming, first)))) {
      const item: IteratorResult<Item> = await coming;
      if (item.done) coming = undefined;
      else {
        started.push(start(item.value));
        coming = iterator.next();
      }
    } else if (first) {
      started.shift();
      yield await first;
    } else return;
  }
}

/** Does `one` settle before `other`? */
const isFirst = (one: Promise<unknown>, other: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    one.then(
      () => true,
      () => true,
    ),
    other.then(() => false),
  ]);
