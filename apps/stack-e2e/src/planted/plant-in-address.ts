import { randomUUID } from 'node:crypto';
import { UNIT, type House } from './house.ts';
import type { Operation } from './operations.ts';
import { citizen } from './people.ts';

const values: Readonly<Record<string, string>> = { unit: UNIT, from: '2026-01-01', to: '2026-12-31' };
const text = Object.values(citizen).join(', ');

export interface Answered {
  /** The operation, and the part of its address. */
  readonly part: string;
  readonly status: number;
}

/** Asks with a text in each free part of the address, also what only reads: addresses are what servers and proxies log. */
export async function plantInAddress(
  { admin }: House,
  { name: operation, method, path, address }: Operation,
): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const { name } of address.filter(({ isFree }) => isFree))
    for (const planted of [text, citizen.phone, citizen.idNumber]) {
      const valueOf = (of: string): string => encodeURIComponent(of === name ? planted : (values[of] ?? randomUUID()));
      const asked = address.filter((part) => part.in === 'query' && (part.name === name || part.name in values));
      const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, of: string) => valueOf(of));
      const query = asked.map((part) => `${part.name}=${valueOf(part.name)}`).join('&');
      const status = await ask(`${admin.url}${filled}${query === '' ? '' : `?${query}`}`, method, admin.token);
      answers.push({ part: `${operation} ${name}`, status });
    }
  return answers;
}

/** Streams are left as soon as they begin. */
async function ask(url: string, method: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) };
  const answer = await fetch(url, { method, headers, ...(method === 'GET' || method === 'DELETE' ? {} : { body: '{}' }) });
  await answer.body?.cancel();
  return answer.status;
}
