export type QueryValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** `{ unit: 'a', by: undefined }` → `?unit=a`; nothing to ask for → ``. */
export function toQuery(values: QueryValues = {}): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)] as [string, string]],
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
