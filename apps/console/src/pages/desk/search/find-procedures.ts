import { fold } from './fold.ts';

export interface Searched {
  readonly code: string;
  readonly name: { readonly vi: string; readonly en?: string | undefined };
}

export interface IndexedProcedure<Procedure> {
  readonly procedure: Procedure;
  readonly code: string;
  readonly names: readonly (readonly string[])[];
}

/** Made once a catalogue: folding a name costs more than looking through it. */
export const indexProcedures = <Procedure extends Searched>(procedures: readonly Procedure[]): IndexedProcedure<Procedure>[] =>
  procedures.map((procedure) => ({
    procedure,
    code: fold(procedure.code),
    names: [procedure.name.vi, procedure.name.en ?? ''].map((name) => fold(name).split(' ')),
  }));

/**
 * The procedures that a few letters mean, the likeliest first. Each word typed is a beginning of a word (`khai s`), or beginnings of
 * words that follow each other, run together (`ksinh`, `dkks`); all must be found, in any order. Or it is the beginning of the code.
 */
export function findProcedures<Procedure extends Searched>(
  index: readonly IndexedProcedure<Procedure>[],
  typed: string,
  limit = 30,
): Procedure[] {
  const query = fold(typed);
  if (query === '') return index.slice(0, limit).map(({ procedure }) => procedure);
  const words = query.split(' ');
  const found = index.flatMap(({ procedure, code, names }) => {
    const cost = code.startsWith(query) ? 0 : Math.min(...names.map((name) => costOf(words, name)));
    return cost === Infinity ? [] : [{ procedure, cost: cost * 100 + (names[0]?.length ?? 0) }];
  });
  return found
    .sort((left, right) => left.cost - right.cost)
    .slice(0, limit)
    .map(({ procedure }) => procedure);
}

/** How far from what was typed a name is: where its words were found, and how many were left out between; Infinity: not at all. */
function costOf(words: readonly string[], name: readonly string[]): number {
  let cost = 0;
  let expected = 0;
  for (const word of words) {
    const place = findRun(word, name, expected) ?? findRun(word, name, 0);
    if (place === undefined) return Infinity;
    cost += Math.abs(place.from - expected) + (place.length > 1 ? 1 : 0);
    expected = place.from + place.length;
  }
  return cost + 1;
}

interface Run {
  readonly from: number;
  readonly length: number;
}

/** The first words in a row whose beginnings, run together, are what was typed. */
function findRun(typed: string, name: readonly string[], since: number): Run | undefined {
  for (let from = since; from < name.length; from++) {
    const length = measureRun(typed, name, from);
    if (length > 0) return { from, length };
  }
  return undefined;
}

/** How many words it takes, the fewest; 0: they are not it. Kept as the places reached so far, since one letter may begin many words. */
function measureRun(typed: string, name: readonly string[], from: number): number {
  let reached = new Set([0]);
  for (let at = from; at < name.length && reached.size > 0; at++) {
    const next = new Set<number>();
    for (const place of reached) {
      const taken = commonLength(typed, place, name[at] ?? '');
      for (let length = 1; length <= taken; length++) next.add(place + length);
    }
    if (next.has(typed.length)) return at - from + 1;
    reached = next;
  }
  return 0;
}

function commonLength(typed: string, place: number, word: string): number {
  let length = 0;
  while (length < word.length && typed[place + length] === word[length]) length++;
  return length;
}
