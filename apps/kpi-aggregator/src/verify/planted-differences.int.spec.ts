import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board, VerifyReport } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createHistory } from '../testing/history.builder.ts';
import { runKpi, type RunningKpi } from '../testing/run-kpi.ts';

let kpi: RunningKpi;
beforeAll(async () => {
  kpi = await runKpi({ logs: ['dossiers'] });
  await kpi.record.dossiers(createHistory('verified'));
  const board = '/v1/board?unit=verified&from=2022-01-01&to=2022-12-31';
  const countReceived = async () => (await kpi.call<Partial<Board>>(board)).rows?.[0]?.indicators['received']?.value;
  await waitFor(async () => (await countReceived()) === 8, { describe: 'eight dossiers on the board' });
}, 60_000);
afterAll(() => kpi.close(), 60_000);

it('compares lists, rows by officer and past moments too', async () => {
  const body = await kpi.call<VerifyReport>('/v1/verify', 'POST');
  expect(body.outcome).toBe('equal');
  expect(body.checked.lists).toBeGreaterThan(200);
});

describe('a verification finds what somebody tampered with:', () => {
  const facts = async () => {
    const { rows } = await kpi.kpi.pool.query<{ active: number }>('SELECT active FROM kpi.slot');
    return { fact: `kpi.fact_${String(rows[0]?.active)}`, cell: `kpi.cell_${String(rows[0]?.active)}` };
  };
  /** Does it, asks for what is different, and undoes it. */
  async function findPlanted(change: string, undo: string): Promise<readonly string[]> {
    await kpi.kpi.pool.query(change);
    const body = await kpi.call<VerifyReport>('/v1/verify', 'POST');
    await kpi.kpi.pool.query(undo);
    expect(body.outcome).toBe('different');
    return body.differences.map(({ kind, key, recomputed }) => `${kind} ${key} ${JSON.stringify(recomputed)}`);
  }
  const places = (unit: string) => `place IN (SELECT id FROM kpi.place WHERE unit = '${unit}')`;

  it('a fact', async () => {
    const { fact } = await facts();
    const one = `${places('verified')} AND received_at = (SELECT min(received_at) FROM ${fact} WHERE ${places('verified')})`;
    const found = await findPlanted(`UPDATE ${fact} SET code = 'X' WHERE ${one}`, `UPDATE ${fact} SET code = NULL WHERE ${one}`);
    expect(found).toEqual([expect.stringMatching(/^fact .* · 0 \{"code":/)]);
  });

  it('a list, whose figure is right, and one that has as many dossiers and others', async () => {
    const { fact } = await facts();
    const ofUnit = (more: string) =>
      `SELECT ctid FROM ${fact} WHERE ${places('verified')} AND span = 0 ${more} ORDER BY received_at LIMIT 1`;
    const [online, other] = [ofUnit(`AND channel = 'online'`), ofUnit(`AND channel = 'in-person'`)];
    const { rows } = await kpi.kpi.pool.query<{ online: string; other: string }>(
      `SELECT (SELECT dossier_id FROM ${fact} WHERE ctid = (${online})) AS online, (SELECT dossier_id FROM ${fact} WHERE ctid = (${other})) AS other`,
    );
    const put = (id: string | undefined, channel: string) =>
      `UPDATE ${fact} SET channel = '${channel}' WHERE dossier_id = '${String(id)}';`;
    const [{ online: one, other: two } = {}] = rows;
    const fewer = await findPlanted(put(one, 'in-person'), put(one, 'online'));
    expect(fewer).toContain('list verified · history · online.filed · numerator 4');
    expect(fewer.filter((found) => found.startsWith('indicator verified · history · online'))).toEqual([]);
    const swapped = await findPlanted(put(one, 'in-person') + put(two, 'online'), put(one, 'online') + put(two, 'in-person'));
    expect(swapped).toContain('list verified · history · online.filed · numerator "4, other dossiers"');
  });

  it('a row by officer', async () => {
    const { fact } = await facts();
    const { rows } = await kpi.kpi.pool.query<{ officer: string | null; id: string }>(
      `SELECT officer, dossier_id AS id FROM ${fact} WHERE ${places('verified')} ORDER BY received_at LIMIT 1`,
    );
    const set = (officer: string | null | undefined) =>
      `UPDATE ${fact} SET officer = ${officer === null || officer === undefined ? 'NULL' : `'${officer}'`} WHERE dossier_id = '${String(rows[0]?.id)}'`;
    const found = await findPlanted(set('somebody'), set(rows[0]?.officer));
    expect(found).toContain('indicator verified · history · officer somebody · received · value 0');
  });

  it('a cell, and what a board of the past makes of it though today’s is right', async () => {
    const { cell } = await facts();
    // One receipt comes 1,000 days too late: all of history has as many.
    const line = `(SELECT id FROM kpi.line WHERE unit = 'verified' AND dimension = 'total' LIMIT 1)`;
    const [from, to] = [Date.UTC(2022, 2, 1) / 86_400_000, Date.UTC(2022, 2, 1) / 86_400_000 + 1_000];
    const month = (day: number) => new Date(day * 86_400_000).getUTCFullYear() * 12 + new Date(day * 86_400_000).getUTCMonth();
    const add = (grain: number, bucket: number, n: number) =>
      `INSERT INTO ${cell} (line, grain, bucket, shard, received) VALUES (${line}, ${grain}, ${bucket}, 15, ${n});`;
    const plant = add(0, from, -1) + add(0, to, 1) + add(1, month(from), -1) + add(1, month(to), 1);
    const found = await findPlanted(plant, `DELETE FROM ${cell} WHERE shard = 15`);
    expect(found).toContainEqual(expect.stringMatching(/^cell .*verified/));
    expect(found).toContainEqual(expect.stringMatching(/^indicator verified · history · as of 2024-.* · received · value 8$/));
    expect(found.filter((it) => it.startsWith('indicator verified · history · received'))).toEqual([]);
  });
});
