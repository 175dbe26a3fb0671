/** What an asynchronous iterable gives, as a list; `Array.fromAsync` is not in Node 20. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
