import { findMishandled, listHostileRequests, sendHostile } from './hostile-requests.ts';

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

const fetchOpenApi = async (url: string): Promise<Record<string, object>> =>
  (await (await fetch(`${url}/openapi.json`)).json()) as Record<string, object>; // the service's own document
