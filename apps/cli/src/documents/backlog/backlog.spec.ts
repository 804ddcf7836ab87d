import type { BacklogLine } from '@motcua/contracts';
import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import type { GatewayClient } from '@motcua/client';
import { toBacklogLines } from './backlog-lines.ts';
import { listBacklog } from './list-backlog.ts';

const line = (number: number, rest: Partial<BacklogLine> = {}): BacklogLine => ({
  dossierId: `0198d2a0-7c11-7000-8000-00000000000${number}`,
  code: `H44.41-261125-000${number}`,
  sourceCode: null,
  unit: 'xa-thanh-ba',
  procedure: '2.000908',
  receivedAt: '2026-11-20T01:00:00.000Z',
  ageDays: 5,
  missingComponents: ['to-khai', 'xac-nhan'],
  missingResults: [],
  ...rest,
});

/** Two a page at most, of three. */
function createGateway() {
  const asked: unknown[] = [];
  const all = [line(1), line(2), line(3)];
  const request: GatewayClient['request'] = (path, { query = {} } = {}) => {
    asked.push([path, query]);
    const from = Number(query['cursor'] ?? 0);
    const dossiers = all.slice(from, from + Math.min(2, Number(query['limit'])));
    const next = from + dossiers.length < all.length ? String(from + dossiers.length) : null;
    return Promise.resolve({ unit: 'thanh-ba', asOf: '2026-11-25T01:00:00.000Z', count: all.length, dossiers, next });
  };
  return { asked, client: { request } };
}

describe('the backlog', () => {
  it('is read page after page until there are enough', async () => {
    const { asked, client } = createGateway();
    expect((await listBacklog(client, 'thanh-ba', 50)).dossiers.map(({ code }) => code)).toEqual(
      [1, 2, 3].map((number) => `H44.41-261125-000${number}`),
    );
    expect((await listBacklog(client, 'thanh-ba', 1)).dossiers).toHaveLength(1);
    expect(asked).toEqual([
      ['/v1/backlog', { unit: 'thanh-ba', cursor: undefined, limit: 50 }],
      ['/v1/backlog', { unit: 'thanh-ba', cursor: '2', limit: 48 }],
      ['/v1/backlog', { unit: 'thanh-ba', cursor: undefined, limit: 1 }],
    ]);
  });

  it('says of each dossier what is missing, and how many more there are', () => {
    const imported = line(2, { code: null, sourceCode: '101001', missingComponents: [], missingResults: ['giay'] });
    const backlog = { unit: 'thanh-ba', asOf: '2026-11-25T01:00:00.000Z', count: 1_202, dossiers: [line(1), imported] };
    const text = stripVTControlCharacters(toBacklogLines(backlog).join('\n')).replace(/ {2,}/g, ' | ');
    expect(text).toContain('thanh-ba · 1,202 hồ sơ còn phải số hóa');
    expect(text).toContain('H44.41-261125-0001 | xa-thanh-ba | 2.000908 | 5 | to-khai, xac-nhan');
    expect(text).toContain('101001 | xa-thanh-ba | 2.000908 | 5 | kết quả / result giay');
    expect(text).toContain('… 1,200 more: --limit');
  });
});
