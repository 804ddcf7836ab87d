/** A seeded source of chance: the same seed gives the same sequence on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [from, to]. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** One item, each as likely as its weight. */
  pickWeighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item;
  shuffle<Item>(items: readonly Item[]): Item[];
}

/** sfc32, a small generator of good quality, started from one 32-bit seed. */
export function createRandom(seed: number): Random {
  const next = createSfc32(seed);
  const random: Random = {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => getItem(items, Math.floor(next() * items.length)),
    pickWeighted(items, weightOf) {
      let left = next() * items.reduce((sum, item) => sum + weightOf(item), 0);
      const found = items.find((item) => (left -= weightOf(item)) < 0);
      return found ?? getItem(items, items.length - 1);
    },
    shuffle(items) {
      const shuffled = [...items];
      for (let index = shuffled.length - 1; index > 0; index -= 1) {
        const other = Math.floor(next() * (index + 1));
        [shuffled[index], shuffled[other]] = [getItem(shuffled, other), getItem(shuffled, index)];
      }
      return shuffled;
    },
  };
  return random;
}

function getItem<Item>(items: readonly Item[], index: number): Item {
  if (index < 0 || index >= items.length) throw new RangeError('Nothing to pick from.');
  return items[index] as Item; // The index was checked.
}

function createSfc32(seed: number): () => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed | 0];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}
