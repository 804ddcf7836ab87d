/** Deeper than any body we take: JSON that is nested further is not ours. */
const MAX_DEPTH = 64;

/**
 * Where in a request's value stands a text that PostgreSQL cannot keep: with NUL, or with half of a surrogate pair. As a path of keys;
 * undefined: nowhere. Only plain objects and arrays are looked into: a body that nobody has read yet is left alone.
 */
export function findUnstorable(value: unknown, depth = 0): readonly string[] | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : [];
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return undefined;
  if (!Array.isArray(value) && !isPlain(value)) return undefined;
  for (const [key, item] of Object.entries(value)) {
    if (!isStorable(key)) return [];
    const path = findUnstorable(item, depth + 1);
    if (path !== undefined) return [key, ...path];
  }
  return undefined;
}

// With the flag u a surrogate is one only where it stands alone.
const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
