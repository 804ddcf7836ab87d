import { toRequestUrl, type BodySchema, type Operation, type OpenApi } from './open-api-request.ts';

interface TextPlace {
  readonly path: readonly string[];
  /** `x-text` of its schema: of several lines, or taken as it comes; undefined: one line. */
  readonly mark: string | undefined;
}

export interface TextRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

export interface TextAnswer {
  readonly status: number;
  readonly body: string;
}

export interface AskedService {
  readonly openApi: unknown;
  /** Parameters by name, of requests that would be answered. */
  readonly values: Readonly<Record<string, string>>;
  /** Sends a request as somebody who may. */
  readonly send: (request: TextRequest) => Promise<TextAnswer>;
}

/** Deeper than any body: what a schema has of itself ends here. */
const MAX_DEPTH = 12;

/**
 * Sends, of each text in each body that a service takes, a carriage return in it: `POST /v1/x /name/vi`. A text of several lines gets a
 * sign that turns the direction of reading.
 *
 * @returns the texts that were not refused by name with what to do; a text that is added is asked too
 */
export async function findTakenTexts({ openApi, values, send }: AskedService): Promise<string[]> {
  const document = openApi as OpenApi; // the service's own
  const taken: string[] = [];
  let asked = 0;
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations)) {
      const url = toRequestUrl(path, operation.parameters ?? [], values);
      for (const { path: place, mark } of listTexts(document, operation)) {
        const text = mark === 'paragraphs' ? 'a\u202eb' : 'a\rb';
        asked += 1;
        const answer = await send({ method: method.toUpperCase(), url, body: JSON.stringify(toBody(place, text)) });
        if (!isRefused(answer, place)) taken.push(`${method.toUpperCase()} ${path} /${place.join('/')}`);
      }
    }
  if (asked === 0) throw new Error('The document tells of no text.');
  return taken;
}

function listTexts(document: OpenApi, { requestBody }: Operation): TextPlace[] {
  const schema = requestBody?.content?.['application/json']?.schema;
  const places = schema === undefined ? [] : [...walk(document, schema, [], undefined)];
  return places.filter((place, index) => places.findIndex((other) => other.path.join('/') === place.path.join('/')) === index);
}

function* walk(document: OpenApi, schema: BodySchema, path: readonly string[], above: string | undefined): Generator<TextPlace> {
  if (path.length > MAX_DEPTH) return;
  const { type, $ref, properties = {}, additionalProperties, items, prefixItems = [] } = schema;
  const mark = schema['x-text'] ?? above;
  const referred = $ref === undefined ? undefined : document.components?.schemas?.[$ref.split('/').at(-1) ?? ''];
  if ($ref !== undefined && referred === undefined) throw new Error(`${$ref} is not in the document.`);
  const others = [referred, schema.anyOf, schema.oneOf, schema.allOf].flatMap((some) => some ?? []);
  for (const other of others) yield* walk(document, other, path, mark);
  const types = [type].flat();
  // What may be anything may be a text.
  if (types.includes('string') || (type === undefined && others.length === 0)) yield { path, mark };
  for (const [name, property] of Object.entries(properties)) yield* walk(document, property, [...path, name], mark);
  if (typeof additionalProperties === 'object') yield* walk(document, additionalProperties, [...path, 'key'], mark);
  for (const [index, item] of [...prefixItems, items].entries())
    if (typeof item === 'object') yield* walk(document, item, [...path, String(index)], mark);
}

/** A body with this text alone; numbers are places in a list. */
function toBody([key, ...deeper]: readonly string[], text: string): unknown {
  if (key === undefined) return text;
  const value = toBody(deeper, text);
  if (!/^\d+$/.test(key)) return { [key]: value };
  return [...Array.from({ length: Number(key) }, () => null), value];
}

function isRefused({ status, body }: TextAnswer, place: readonly string[]): boolean {
  if (status !== 400) return false;
  const { errors = [] } = JSON.parse(body) as { errors?: { pointer: string; message: string }[] }; // a problem of ours
  return errors.some(
    ({ pointer, message }) => pointer === place.map((key) => `/${key}`).join('') && /U\+(?:000D|202E)/.test(message),
  );
}
