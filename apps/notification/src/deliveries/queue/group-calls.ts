export interface GroupOptions {
  /** Items a run at most. */
  readonly most: number;
  /** Runs at a time. */
  readonly lanes: number;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes one statement of the calls that come while another one runs: alone each is as quick as ever, many share the way to the
 * database. `run` answers one result an item, in their order.
 */
export function groupCalls<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  { most, lanes }: GroupOptions,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let running = 0;

  const next = (): void => {
    if (running >= lanes || waiting.length === 0) return;
    running += 1;
    void runGroup(run, waiting.splice(0, most)).finally(() => {
      running -= 1;
      next();
    });
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // What this turn of the loop brings comes along.
      if (running < lanes) setImmediate(next);
    });
}

async function runGroup<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  group: readonly Waiting<Item, Result>[],
): Promise<void> {
  try {
    const results = await run(group.map(({ item }) => item));
    if (results.length !== group.length) throw new Error(`${results.length} results for ${group.length} calls`);
    for (const [index, { resolve }] of group.entries()) resolve(results[index] as Result); // as many as there are calls
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}
