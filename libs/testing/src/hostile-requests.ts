import { toRequestUrl, uuid, type Operation, type OpenApi } from './open-api-request.ts';

export interface HostileRequest {
  /** For the report of a failure. */
  readonly what: string;
  readonly method: string;
  readonly url: string;
  readonly body?: string;
}

const encode = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** Cursors that nobody was given: of other routes, of moments and numbers that no database holds, with NUL, and no cursors at all. */
const forgedCursors: readonly string[] = [
  'x',
  '%00',
  encode(null),
  encode(7),
  encode([]),
  encode({}),
  encode('a\u0000b'),
  ...['before', 'no', 'position'].map((key) => encode({ [key]: '9999999999999999999' })),
  ...['before', 'no', 'position'].map((key) => encode({ [key]: '1', more: 1 })),
  encode({ id: 'a\u0000b' }),
  encode({ id: '\ud800' }),
  ...[
    'yesterday',
    '2022-13-01T00:00:00Z',
    '2022-02-30T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '2022-01-01T00:00:00+99:00',
    'now',
  ].flatMap((moment) => [
    encode({ at: moment, id: uuid }),
    encode({ receivedAt: moment, dossierId: uuid }),
    encode({ ratedAt: moment, dossierId: uuid }),
    encode({ since: moment, dossierId: uuid }),
    encode({ due: moment, dossierId: uuid, clock: 'whole' }),
    encode({ officer: 'a', due: moment, dossierId: uuid }),
  ]),
  encode({ receivedAt: 1e30, dossierId: uuid }),
  encode({ receivedAt: 0.5, dossierId: uuid }),
  encode({ officer: 'a\u0000b', due: 'infinity', dossierId: uuid }),
];

/**
 * Requests that no honest client sends, for every route of a service: each cursor forged, NUL in each part of the path, each
 * parameter of the query and the body. All of them are to be answered 4xx.
 *
 * @param openApi the service's OpenAPI document: a route that is added is asked too
 * @param values parameters by name, of a request that would be answered
 */
export function listHostileRequests(openApi: unknown, values: Readonly<Record<string, string>>): HostileRequest[] {
  const { paths } = openApi as OpenApi; // the service's own document
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => [...ofOperation(path, method.toUpperCase(), operation, values)]),
  );
}

function* ofOperation(
  path: string,
  method: string,
  { parameters = [], requestBody }: Operation,
  values: Readonly<Record<string, string>>,
): Generator<HostileRequest> {
  const toUrl = (name: string | undefined, value: string): string =>
    toRequestUrl(path, parameters, values, name === undefined ? undefined : { name, value });
  const body = requestBody === undefined ? {} : { body: '{"a":"x\\u0000"}' };
  const what = `${method} ${path}`;
  for (const { name, in: place } of parameters) {
    if (place !== 'query' && place !== 'path') continue;
    yield { what: `${what}: NUL in ${name}`, method, url: toUrl(name, 'a%00b'), ...body };
    if (name !== 'cursor') continue;
    for (const cursor of forgedCursors) yield { what: `${what}: cursor ${cursor}`, method, url: toUrl(name, cursor) };
  }
  if (requestBody !== undefined) yield { what: `${what}: NUL in the body`, method, url: toUrl(undefined, ''), ...body };
}

/**
 * Sends them one after the other. Only what cannot be read may be answered by a cursor: 400; the rest by any refusal.
 *
 * @param send answers the status
 * @returns what was answered otherwise; empty where all is well
 */
export async function findMishandled(
  requests: readonly HostileRequest[],
  send: (request: HostileRequest) => Promise<number>,
): Promise<string[]> {
  const mishandled: string[] = [];
  for (const request of requests) {
    const status = await send(request);
    const isRefused = request.what.includes(': cursor ') ? status === 400 : status >= 400 && status < 500;
    if (!isRefused) mishandled.push(`${request.what} was answered ${status}`);
  }
  return mishandled;
}

/** Sends them to a service that listens. */
export const sendHostile =
  (base: string, token: string) =>
  async ({ method, url, body }: HostileRequest): Promise<number> => {
    const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await fetch(`${base}${url}`, { method, headers, ...(body === undefined ? {} : { body }) });
    await answer.body?.cancel();
    return answer.status;
  };
