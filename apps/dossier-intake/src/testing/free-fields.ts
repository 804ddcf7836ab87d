import type { z } from 'zod';

/** The part of a zod schema that tells what may be written into it. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly innerType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
}

/**
 * Paths of the fields of a body into which a caller may write what they like: strings without a format. A field that is added to the
 * schema is among them by itself.
 */
export function listFreeFields(schema: z.ZodType, path: readonly string[] = []): string[][] {
  // Zod's own description of a schema; its types name one interface a kind.
  const { type, format, innerType, shape, element } = (schema as unknown as { _zod: { def: Definition } })._zod.def;
  if (innerType !== undefined) return listFreeFields(innerType, path);
  if (shape !== undefined) return Object.entries(shape).flatMap(([name, field]) => listFreeFields(field, [...path, name]));
  if (element !== undefined) return listFreeFields(element, [...path, '0']);
  return type === 'string' && format === undefined ? [[...path]] : [];
}

/** A body with a text at a path. */
export function plant(
  body: Readonly<Record<string, unknown>>,
  [name = '', ...rest]: readonly string[],
  text: string,
): Record<string, unknown> {
  const inner = body[name];
  if (rest.length === 0) return { ...body, [name]: text };
  // The first of an array is `0` in a path.
  const planted = plant((inner ?? {}) as Record<string, unknown>, rest, text);
  return { ...body, [name]: rest[0] === '0' ? Object.values(planted) : planted };
}
