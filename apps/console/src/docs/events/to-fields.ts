import type { Definitions, Schema } from './async-api.ts';

export interface Field {
  /** From the message down: `data.procedure`; `[]` is each of a list, `{}` each value of a table. */
  readonly path: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
}

/** Every field of a message in the order in which it stands in it; of alternatives each once. */
export function toFields(schema: Schema, definitions: Definitions): Field[] {
  const fields = new Map<string, Field>();
  for (const field of below(schema, '')) if (!fields.has(field.path)) fields.set(field.path, field);
  return [...fields.values()];

  function below(asked: Schema, path: string): Field[] {
    const { properties = {}, required = [], items, additionalProperties } = asked;
    const own = Object.entries(properties).flatMap(([name, property]) => {
      const at = path === '' ? name : `${path}.${name}`;
      const field = { path: at, type: toType(property), isRequired: required.includes(name), description: describe(property) };
      return [field, ...below(property, at)];
    });
    return [
      ...own,
      ...choices(asked).flatMap((one) => below(one, path)),
      ...(items === undefined ? [] : below(items, `${path}[]`)),
      ...(typeof additionalProperties === 'object' ? below(additionalProperties, `${path}{}`) : []),
    ];
  }

  function choices({ $ref, anyOf = [], oneOf = [], allOf = [] }: Schema): readonly Schema[] {
    const named = $ref === undefined ? undefined : definitions[$ref.slice($ref.lastIndexOf('/') + 1)];
    return [...(named === undefined ? [] : [named]), ...anyOf, ...oneOf, ...allOf];
  }

  function describe(asked: Schema): string {
    if (asked.description !== undefined) return asked.description;
    return (
      choices(asked)
        .map(describe)
        .find((text) => text !== '') ?? ''
    );
  }

  function toType(asked: Schema): string {
    if (asked.const !== undefined) return JSON.stringify(asked.const);
    if (asked.enum !== undefined) return asked.enum.map((value) => JSON.stringify(value)).join(' | ');
    const among = choices(asked);
    if (among.length > 0) return [...new Set(among.map(toType))].join(' | ');
    if (asked.type === 'array') return `${asked.items === undefined ? 'any' : toType(asked.items)}[]`;
    const type = [asked.type ?? 'any'].flat().join(' | ');
    return asked.format === undefined ? type : `${type} (${asked.format})`;
  }
}
