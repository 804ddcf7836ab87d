/** The parts of an OpenAPI document that are read here. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, BodySchema>> };
}

export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: BodySchema }>> };
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: { readonly enum?: readonly string[]; readonly format?: string };
}

/** Of JSON Schema what says where texts stand. */
export interface BodySchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, BodySchema>>;
  readonly additionalProperties?: BodySchema | boolean;
  readonly items?: BodySchema | boolean;
  readonly prefixItems?: readonly BodySchema[];
  readonly anyOf?: readonly BodySchema[];
  readonly oneOf?: readonly BodySchema[];
  readonly allOf?: readonly BodySchema[];
  readonly $ref?: string;
  readonly 'x-text'?: string;
}

export const uuid = '0190a000-0000-7000-8000-000000000000';

/** The address of a request that would be answered, with what is required alone. @param replaced a parameter with another value, written as it stands */
export function toRequestUrl(
  path: string,
  parameters: readonly Parameter[],
  values: Readonly<Record<string, string>>,
  replaced?: { readonly name: string; readonly value: string },
): string {
  const valueOf = ({ name, schema }: Parameter): string =>
    values[name] ?? schema?.enum?.[0] ?? (schema?.format === 'uuid' ? uuid : 'a');
  const write = (parameter: Parameter): string =>
    parameter.name === replaced?.name ? replaced.value : encodeURIComponent(valueOf(parameter));
  const asked = parameters.filter(
    ({ in: place, required, name }) => place === 'query' && (required === true || name === replaced?.name),
  );
  const query = asked.map((parameter) => `${parameter.name}=${write(parameter)}`).join('&');
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    write(parameters.find((it) => it.name === name) ?? { name, in: 'path' }),
  );
  return query === '' ? filled : `${filled}?${query}`;
}
