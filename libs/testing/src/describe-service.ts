import { findMishandled, listHostileRequests, sendHostile } from './hostile-requests.ts';
import { findTakenTexts, type TextAnswer, type TextRequest } from './strange-texts.ts';

export interface ServedOpenApi {
  /** What is wrong with the document; empty: it is valid. */
  readonly faults: readonly unknown[];
  readonly paths: readonly string[];
}

/** The OpenAPI document that a service serves at `url`, looked through. */
export async function readOpenApi(url: string): Promise<ServedOpenApi> {
  const document = await fetchOpenApi(url);
  // Of all who use this library one spec a service comes here: the others need not load it.
  const { Validator } = await import('@seriousme/openapi-schema-validator');
  const { errors = [] } = await new Validator().validate(document);
  return { faults: [errors].flat(), paths: Object.keys(document['paths'] ?? {}) };
}

interface Asker {
  readonly role: 'admin' | 'auditor';
  readonly unit?: string;
}

/** Of the unit and the period that requests to every service name. */
const usual = { unit: 'thanh-ba', from: '2022-01-01', to: '2022-01-31' };

/**
 * Sends every route of a service at `url` what no honest client sends.
 *
 * @param sign answers a token of an administrator and, for the audit log, which is out of their reach, of an auditor
 * @param values parameters by name that its routes want besides a unit and a period
 * @returns what was not refused; empty where all is well
 */
export async function findUnrefused(
  url: string,
  sign: (as: Asker) => Promise<string>,
  values: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const requests = listHostileRequests(await fetchOpenApi(url), { ...usual, ...values });
  const asAdmin = sendHostile(url, await sign({ role: 'admin' }));
  const asAuditor = sendHostile(url, await sign({ role: 'auditor', unit: 'phu-tho' }));
  return findMishandled(requests, (request) => (request.url.startsWith('/v1/audit/') ? asAuditor : asAdmin)(request));
}

/** A service that listens at an address, or one that is asked within the process. */
type AnyService =
  | string
  | {
      inject(request: {
        readonly method: 'GET' | 'POST' | 'PUT';
        readonly url: string;
        readonly headers: Readonly<Record<string, string>>;
        readonly payload?: string;
      }): Promise<{ readonly statusCode: number; readonly body: string }>;
    };

const offices = ['counter', 'specialist', 'head', 'leader', 'delegation', 'auditor'] as const;
interface Post {
  readonly role: 'admin' | 'source' | (typeof offices)[number];
  readonly unit?: string;
  readonly source?: string;
}
const posts: readonly Post[] = [
  { role: 'admin' },
  ...offices.map((role) => ({ role, unit: usual.unit })),
  { role: 'source', unit: usual.unit, source: 'urn:motcua:texts' },
];

/**
 * Sends every route of a service a text that nobody may write, in each place for one.
 *
 * @param sign answers a token of somebody in that post
 * @param values parameters by name that its routes want besides a unit and a period
 * @returns the texts that were taken
 */
export async function findStrangeTextsTaken(
  service: AnyService,
  sign: (as: Post) => Promise<string>,
  values: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const tokens = await Promise.all(posts.map(sign));
  // The first whom the table of access lets through is answered.
  const send = async (request: TextRequest): Promise<TextAnswer> => {
    for (const token of tokens) {
      const answer = await ask(service, request, { authorization: `Bearer ${token}`, 'content-type': 'application/json' });
      if (answer.status !== 401 && answer.status !== 403) return answer;
    }
    return { status: 403, body: '' };
  };
  const { body } = await ask(service, { method: 'GET', url: '/openapi.json' }, {});
  return findTakenTexts({ openApi: JSON.parse(body), values: { ...usual, ...values }, send });
}

async function ask(
  service: AnyService,
  { method, url, body }: Partial<TextRequest> & Pick<TextRequest, 'method' | 'url'>,
  headers: Readonly<Record<string, string>>,
): Promise<TextAnswer> {
  if (typeof service === 'string') {
    const answer = await fetch(`${service}${url}`, { method, headers, ...(body === undefined ? {} : { body }) });
    return { status: answer.status, body: await answer.text() };
  }
  const request = { method: method as 'POST', url, headers }; // or another one that the document names
  const answer = await service.inject({ ...request, ...(body === undefined ? {} : { payload: body }) });
  return { status: answer.statusCode, body: answer.body };
}

const fetchOpenApi = async (url: string): Promise<Record<string, object>> =>
  (await (await fetch(`${url}/openapi.json`)).json()) as Record<string, object>; // the service's own document
