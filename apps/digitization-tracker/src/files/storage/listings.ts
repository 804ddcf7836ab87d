import type { StoredObject } from './object-store.ts';

/** What two listings have of one name: at least one of them something. */
export interface Pair {
  readonly name: string;
  readonly content: StoredObject | undefined;
  readonly key: StoredObject | undefined;
}

/** Two listings in the order of names, side by side; neither is held in memory. */
export async function* pairUp(contents: AsyncIterable<StoredObject>, keys: AsyncIterable<StoredObject>): AsyncIterable<Pair> {
  const [left, right] = [contents[Symbol.asyncIterator](), keys[Symbol.asyncIterator]()];
  let [content, key] = [await next(left), await next(right)];
  while (content !== undefined || key !== undefined) {
    const isLeft = content !== undefined && (key === undefined || content.name <= key.name);
    const isRight = key !== undefined && (content === undefined || key.name <= content.name);
    const pair = { content: isLeft ? content : undefined, key: isRight ? key : undefined };
    yield { name: (pair.content ?? pair.key)?.name ?? '', ...pair };
    if (isLeft) content = await next(left);
    if (isRight) key = await next(right);
  }
}

async function next(listing: AsyncIterator<StoredObject>): Promise<StoredObject | undefined> {
  const step: IteratorResult<StoredObject, unknown> = await listing.next();
  return step.done === true ? undefined : step.value;
}

export async function* inPortions<Item>(items: AsyncIterable<Item>, size: number): AsyncIterable<Item[]> {
  let portion: Item[] = [];
  for await (const item of items) {
    portion.push(item);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
