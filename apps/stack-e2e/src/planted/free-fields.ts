import type { TextField } from './people.ts';

/** The parts of a JSON schema that tell what may be written. */
interface Schema extends TextField {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export interface FreeField extends TextField {
  /** Names and, of lists, `0`. */
  readonly path: readonly string[];
}

/** Formats that leave no room for a text. */
const strict: ReadonlySet<string | undefined> = new Set(['uuid', 'date', 'date-time', 'binary']);

/**
 * Fields into which a caller may write what they like: every string that is none of a list and has no strict format. One that is added to
 * the schema is among them by itself. Of a record the field `planted` stands for all.
 *
 * @param document what `$ref` refers to
 */
export function listFreeFields(schema: object, document: object): FreeField[] {
  const seen = new Map<string, FreeField>();
  for (const field of walk(schema, document, [])) seen.set(field.path.join('.'), field);
  return [...seen.values()];
}

function* walk(given: Schema, document: unknown, path: readonly string[]): Generator<FreeField> {
  const schema = given.$ref === undefined ? given : resolveRef(document, given.$ref);
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
    yield* walk(part, document, path);
  for (const [name, field] of Object.entries(schema.properties ?? {})) yield* walk(field, document, [...path, name]);
  if (typeof schema.additionalProperties === 'object') yield* ofRecord(schema.additionalProperties, document, path);
  if (schema.items !== undefined) yield* walk(schema.items, document, [...path, '0']);
  for (const [index, item] of (schema.prefixItems ?? []).entries()) yield* walk(item, document, [...path, String(index)]);
  const isText = schema.type === 'string' || (Array.isArray(schema.type) && schema.type.includes('string'));
  const isFree = schema.enum === undefined && schema.const === undefined && !strict.has(schema.format);
  if (isText && isFree) yield { path, format: schema.format, maxLength: schema.maxLength };
}

/** A record of anything takes a text too. */
function* ofRecord(value: Schema, document: unknown, path: readonly string[]): Generator<FreeField> {
  const place = [...path, 'planted'];
  if (Object.keys(value).length === 0) yield { path: place };
  else yield* walk(value, document, place);
}

function resolveRef(document: unknown, ref: string): Schema {
  let found = document as Record<string, unknown>;
  for (const name of ref.slice(2).split('/')) found = found[name] as Record<string, unknown>; // It names a part of the document.
  return found;
}

/** A body with a text at a path; lists grow where they must. */
export function plant(body: unknown, [name, ...rest]: readonly string[], text: string): unknown {
  if (name === undefined) return text;
  if (name === '0') {
    const [first, ...others] = Array.isArray(body) ? (body as readonly unknown[]) : [];
    return [plant(first, rest, text), ...others];
  }
  const known = (body ?? {}) as Record<string, unknown>; // Where the schema has fields the body has them, or nothing.
  return { ...known, [name]: plant(known[name], rest, text) };
}
