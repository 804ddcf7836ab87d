import type { Action } from '@motcua/access';
import { isService, isSource, type Caller } from '@motcua/auth';
import { ProblemError } from '@motcua/http';
import type { FastifyRequest } from 'fastify';
import { isIP } from 'node:net';
import type { AuditEntry } from './audit-entry.ts';
import type { TermHash } from './term-hash.ts';

/** Why somebody looks at what is not in their own queue. */
export const reasonHeader = 'motcua-reason';

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Codes of units, kinds and staff: letters first. Numbers may be somebody's telephone or ID. */
const code = /^[a-z][a-z\d-]{0,63}$/;
const reasonCode = /^[a-z][a-z-]{1,63}$/;

/** Query parameters that name what is asked about; others say how the answer is cut, or are searched for. */
const named = ['unit', 'dossier', 'recipient', 'indicator'] as const;

export interface Asked {
  readonly request: Pick<FastifyRequest, 'id' | 'ip' | 'method' | 'params' | 'query' | 'headers' | 'routeOptions'>;
  readonly caller: Caller | undefined;
  readonly actions: readonly Action[] | undefined;
}

/** @throws ProblemError 400 `audit.reason-invalid` · 400 `audit.reason-missing` where a person looks somebody up by their number */
export function toEntry({ request, caller, actions = [] }: Asked, hash: TermHash): AuditEntry {
  const query = toTexts(request.query);
  const reason = toReason(request.headers[reasonHeader]);
  if (reason === null && isPerson(caller) && isNumber(query['q'])) throw reasonMissing();
  const about = {
    ...toTexts(request.params),
    ...Object.fromEntries(named.flatMap((key) => (query[key] === undefined ? [] : [[key, query[key]]]))),
  };
  return {
    ...toWho(caller),
    action: actions.length === 0 ? 'public' : actions.join(' '),
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    about: Object.entries(about)
      .map(([key, value]) => `${key}=${uuid.test(value) || code.test(value) ? value.toLowerCase() : hash(value)}`)
      .sort()
      .join(' '),
    terms: query['q'] === undefined ? null : hash(query['q']),
    reason,
    address: toAddress(request),
    requestId: request.id,
  };
}

function toWho(caller: Caller | undefined): Pick<AuditEntry, 'sub' | 'role' | 'unit'> {
  if (caller === undefined) return { sub: 'public', role: 'public', unit: null };
  if (isService(caller)) return { sub: caller.service, role: 'service', unit: null };
  return { sub: caller.sub, role: caller.role, unit: caller.unit ?? null };
}

function toReason(given: string | string[] | undefined): string | null {
  if (given === undefined) return null;
  if (typeof given === 'string' && reasonCode.test(given)) return given;
  throw new ProblemError({
    status: 400,
    code: 'audit.reason-invalid',
    titles: { vi: 'Lý do tra cứu không hợp lệ', en: 'The reason for looking is not valid' },
    detail: {
      vi: `Hãy gửi trong "${reasonHeader}" một mã lý do gồm chữ thường không dấu và gạch nối, ví dụ citizen-asks.`,
      en: `Send in "${reasonHeader}" a code of lower-case letters and hyphens, such as citizen-asks.`,
    },
  });
}

/** What has no letter is no code of a dossier: it may be somebody's telephone or ID number, and finds what is in nobody's queue. */
const isNumber = (text: string | undefined): boolean => text !== undefined && !/\p{L}/u.test(text);
const isPerson = (caller: Caller | undefined): boolean => caller !== undefined && !isService(caller) && !isSource(caller);

const reasonMissing = () =>
  new ProblemError({
    status: 400,
    code: 'audit.reason-missing',
    titles: { vi: 'Cần nêu lý do tra cứu', en: 'Looking somebody up needs a reason' },
    detail: {
      vi: `Tìm người theo số cần một lý do, được ghi vào nhật ký truy cập: hãy gửi mã lý do trong "${reasonHeader}", ví dụ citizen-asks.`,
      en: `Who searches by a person's number says why, and it is kept in the audit log: send a code in "${reasonHeader}", such as citizen-asks.`,
    },
  });

/** The last one is what the proxy that asked us saw: of the gateway, the one address that it tells. Whatever was said before it counts for nothing. */
export function toAddress({ headers, ip }: Pick<FastifyRequest, 'headers' | 'ip'>): string {
  const last = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last !== undefined && isIP(last) !== 0 ? last : ip;
}

const toTexts = (values: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values ?? {}).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
