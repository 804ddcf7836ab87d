import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toLocalDate } from '@motcua/calendar';
import type {
  Board,
  FrozenDossierPage,
  PeriodClose,
  PeriodCloseSummary,
  PeriodComparison,
  VerifyReport,
} from '@motcua/contracts';
import { createUnit } from '@motcua/contracts/testing';
import { waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import { createDigitization } from '../testing/digitization.builder.ts';
import { createHistory, inUnit } from '../testing/history.builder.ts';
import { createOverdueCause } from '../testing/overdue-cause.builder.ts';
import { runKpi, type RunningKpi } from '../testing/run-kpi.ts';
import { createEvent, createSnapshot, type BuiltEvent } from '../testing/snapshot.builder.ts';

let kpi: RunningKpi;
let history: readonly BuiltEvent[];
const tokens = new Map<string, string>();

beforeAll(async () => {
  kpi = await runKpi({ logs: ['dossiers', 'causes', 'documents'] });
  for (const [sub, role, unit] of [
    ['tp-1', 'head', 'closed'],
    ['ld-1', 'leader', 'closed'],
    ['tp-2', 'head', 'never'],
  ] as const)
    tokens.set(sub, await kpi.issuer.token({ sub, role, unit }));
  history = createHistory('closed');
  await kpi.record.dossiers(history);
  await settle(8);
}, 60_000);
afterAll(() => kpi.close(), 60_000);

const received = async (): Promise<number | null | undefined> => {
  const board = await kpi.call<{ rows: { indicators: Record<string, { value: number | null }> }[] }>(
    '/v1/board?unit=closed&from=2022-03-01&to=2022-03-31',
  );
  return board.rows[0]?.indicators['received']?.value;
};
const settle = (count: number): Promise<unknown> =>
  waitFor(async () => (await received()) === count, { describe: `${String(count)} received` });

interface Answer<Body> {
  readonly status: number;
  readonly body: Body & { readonly code?: string };
}
async function as<Body>(sub: string, path: string, method = 'GET', body?: object): Promise<Answer<Body>> {
  const headers = {
    authorization: `Bearer ${tokens.get(sub) ?? ''}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const response = await fetch(`${kpi.service.url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Answer<Body>['body'] };
}
const propose = (month: string, more: object = {}, unit = 'closed', sub = 'tp-1') =>
  as<PeriodClose>(sub, '/v1/period-closes', 'POST', { unit, month, ...more });
const compare = async (id: string) => (await as<PeriodComparison>('tp-1', `/v1/period-closes/${id}/comparison`)).body;
const verify = () => kpi.call<VerifyReport>('/v1/verify', 'POST');

const now = (): string => new Date().toISOString();
const thisMonth = (): string => toLocalDate('Asia/Ho_Chi_Minh', Date.now()).slice(0, 7);
/** One event more of a dossier, recorded now. */
function after(last: BuiltEvent, name: 'corrected' | 'processed', changes: object): BuiltEvent {
  const { snapshot } = last;
  return createEvent(name, {
    ...snapshot,
    dossierVersion: snapshot.dossierVersion + 1,
    occurredAt: now(),
    recordedAt: now(),
    ...changes,
  });
}
const dossierAt = (index: number): BuiltEvent => {
  const ids = [...new Set(history.map(({ snapshot }) => snapshot.dossierId))];
  return history.filter(({ snapshot }) => snapshot.dossierId === ids[index]).at(-1)!;
};

describe('a month', () => {
  it('that is not over is not closed, and a head closes no unit but their own', async () => {
    expect(await propose(thisMonth())).toMatchObject({ status: 409, body: { code: 'period.not-over' } });
    expect((await propose('2022-03', {}, 'elsewhere')).status).toBe(403);
  });

  it('that is not over is not closed for a unit that has no dossier either, for nothing could be closed again', async () => {
    await kpi.publishUnits([createUnit('never', 'commune', null)]);
    const answer = await waitFor(
      async () => {
        const proposed = await propose(thisMonth(), {}, 'never', 'tp-2');
        return proposed.body.code === 'unit.unknown' ? undefined : proposed;
      },
      { describe: 'the unit' },
    );
    expect(answer).toMatchObject({ status: 409, body: { code: 'period.not-over' } });
  });

  it('is proposed by one, withdrawn, proposed again, and confirmed by another', async () => {
    const first = await propose('2022-04');
    expect(first).toMatchObject({ status: 201, body: { state: 'proposed', override: null, link: null } });
    expect(await propose('2022-04')).toMatchObject({ status: 409, body: { code: 'period.closed-already' } });
    const withdrawn = await as('tp-1', `/v1/period-closes/${first.body.id}/withdrawal`, 'POST');
    expect(withdrawn).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    const { body: second } = await propose('2022-04');
    const confirm = (sub: string) => as(sub, `/v1/period-closes/${second.id}/confirmation`, 'POST');
    expect(await confirm('tp-1')).toMatchObject({ status: 409, body: { code: 'period-close.same-person' } });
    expect(await confirm('ld-1')).toMatchObject({
      status: 200,
      body: { state: 'confirmed', decidedBy: 'ld-1', link: { sequence: 1 } },
    });
    expect(await confirm('ld-1')).toMatchObject({ status: 409, body: { code: 'period-close.decided-already' } });
    expect(await as('tp-1', `/v1/period-closes/${second.id}/withdrawal`, 'POST')).toMatchObject({ status: 409 });
    expect(await propose('2022-04')).toMatchObject({ status: 409, body: { code: 'period.closed-already' } });
  });

  it('shows what was reported and what is known now, and which event of which dossier makes the difference', async () => {
    const { body: close } = await propose('2022-03');
    expect(close.indicators).toMatchObject({ received: { value: 8 }, finished: { value: 5 }, 'finished.late': { value: 1 } });
    expect(close.rules.reduce((sum, { dossiers }) => sum + dossiers, 0)).toBe(8);
    expect(close.readUpTo.length).toBeGreaterThan(0);
    await as('ld-1', `/v1/period-closes/${close.id}/confirmation`, 'POST');
    expect(await compare(close.id)).toMatchObject({ changedDossiers: 0, dossiers: [] });

    const beforeCorrections = new Date(Date.now() - 1).toISOString();
    // The late one was ready in time after all; one more of that month comes to light.
    const late = dossierAt(4);
    const inTime = '2022-03-06T03:00:00.000Z';
    const found = createSnapshot({
      ...inUnit('closed'),
      receivedAt: '2022-03-20T02:00:00.000Z',
      occurredAt: now(),
      recordedAt: now(),
    });
    await kpi.record.dossiers([after(late, 'corrected', { endedAt: inTime }), createEvent('received', found)]);
    await settle(9);

    const comparison = await compare(close.id);
    const figure = (id: string) => comparison.figures.find(({ indicator }) => indicator === id);
    expect(figure('received')).toMatchObject({ reported: 8, nowKnown: 9 });
    expect(figure('finished.late')).toMatchObject({ reported: 1, nowKnown: 0 });
    expect(comparison.changedDossiers).toBe(2);
    const corrected = comparison.dossiers.find(({ dossierId }) => dossierId === late.snapshot.dossierId);
    expect(corrected?.events).toMatchObject([{ stream: 'dossier', type: 'vn.motcua.dossier.corrected.v1', version: 3 }]);
    expect(corrected?.events[0]?.changes).toContainEqual({ indicator: 'finished.late', part: 'value', by: -1 });
    for (const { indicator, part, reported, nowKnown } of comparison.figures) {
      const changes = comparison.dossiers.flatMap(({ events }) => events.flatMap((event) => event.changes));
      const sum = changes.filter((one) => one.indicator === indicator && one.part === part).reduce((all, { by }) => all + by, 0);
      expect([indicator, part, reported + sum]).toEqual([indicator, part, nowKnown]);
    }

    const board = async (more: string) =>
      (await as<Board>('tp-1', `/v1/board?unit=closed&from=2022-03-01&to=2022-03-31${more}`)).body;
    const receivedOf = ({ rows }: Board) => rows[0]?.indicators['received']?.value;
    const [frozen, recorded, known] = [
      await board('&knownAt=close'),
      await board(`&knownAt=${beforeCorrections}`),
      await board(''),
    ];
    expect([frozen, recorded, known].map(receivedOf)).toEqual([8, 8, 9]);
    expect(frozen.rows).toEqual(recorded.rows);
    expect(frozen.basis).toMatchObject({ kind: 'frozen', close: close.id, knownAt: close.knownAt });
    expect(recorded.basis).toEqual({ kind: 'recorded', close: null, knownAt: beforeCorrections });
    expect(known.basis).toBeUndefined();
    expect((await board('&knownAt=close&by=procedure')).rows.map((row) => row.indicators)).toEqual(
      (await board(`&knownAt=${close.knownAt}&by=field`)).rows.map((row) => row.indicators),
    );
    expect((await board(`&knownAt=${now()}&by=unit`)).rows).toEqual((await board('&by=unit')).rows);
    expect(await as('tp-1', '/v1/board?unit=closed&from=2022-06-01&to=2022-06-30&knownAt=close')).toMatchObject({
      status: 404,
      body: { code: 'period-close.none' },
    });
    expect(await as('tp-1', '/v1/board?unit=closed&from=2022-03-01&to=2022-03-30&knownAt=close')).toMatchObject({ status: 422 });

    const list = await as<FrozenDossierPage>('tp-1', `/v1/period-closes/${close.id}/dossiers?indicator=received`);
    expect(list.body.total).toBe(8);
    expect(list.body.dossiers).toHaveLength(8);
    expect(await verify()).toMatchObject({ outcome: 'equal', checked: { closes: 2 } });
  });

  it('is as of its close: an earlier moment is recomputed where it can be, and refused where the copy is asked for', async () => {
    const { body } = await as<{ closes: PeriodCloseSummary[] }>('tp-1', '/v1/period-closes?unit=closed');
    const { knownAt } = body.closes.find(({ month }) => month === '2022-03')!;
    const asOf = '2022-03-05T00:00:00.000Z';
    const board = (known: string) =>
      as<Board>('tp-1', `/v1/board?unit=closed&from=2022-03-01&to=2022-03-31&asOf=${asOf}&knownAt=${known}`);
    expect(await board('close')).toMatchObject({ status: 422, body: { code: 'period-close.as-of-earlier' } });
    const earlier = await board(knownAt);
    expect(earlier.body).toMatchObject({ asOf, basis: { kind: 'recorded', knownAt } });
    expect(earlier.body.rows[0]?.indicators['received']?.value).toBe(4);
  });

  it('is asked for as it was known, and proposed, by more at once than there are connections', async () => {
    const board = () => as('tp-1', `/v1/board?unit=closed&from=2022-03-01&to=2022-03-31&knownAt=${now()}`);
    const asked = await Promise.all(Array.from({ length: 12 }, board));
    expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 200));
    const months = Array.from({ length: 12 }, (_, index) => `2021-${String(index + 1).padStart(2, '0')}`);
    const proposed = await Promise.all(months.map((month) => propose(month)));
    expect(proposed.map(({ status }) => status)).toEqual(months.map(() => 201));
  });

  it('is not recomputed while another instance recomputes, nor proposed while another proposes that very month', async () => {
    const instance = await kpi.admin.connect();
    const lock = (what: string, key: string) => instance.query(`SELECT pg_advisory_${what}(hashtextextended($1, 0))`, [key]);
    const keys = ['kpi.recompute', 'kpi.period_close closed 2022-01'];
    for (const key of keys) await lock('lock', key);
    try {
      expect(await as('tp-1', `/v1/board?unit=closed&from=2022-03-01&to=2022-03-31&knownAt=${now()}`)).toMatchObject({
        status: 503,
        body: { code: 'known-at.busy' },
      });
      expect(await propose('2022-01')).toMatchObject({ status: 409, body: { code: 'period.closed-already' } });
    } finally {
      for (const key of keys) await lock('unlock', key);
      instance.release();
    }
    expect(await propose('2022-01')).toMatchObject({ status: 201 });
  });

  it('that was proposed twice, because a lock was lost, is confirmed once', async () => {
    const { body: first } = await propose('2022-06');
    const second = randomUUID();
    for (const [table, columns] of [
      [
        'period_close',
        'unit, month, known_at, as_of, proposed_by, proposed_at, override_reason, lagging, parked, names, rules, read_up_to, dossiers, content_hash',
      ],
      ['frozen_figure', 'unit, field, procedure, number, count'],
      [
        'frozen_dossier',
        'dossier_id, interval, code, version, judgement, digitization_version, unit, procedure, field, channel, numbers',
      ],
    ]) {
      const id = table === 'period_close' ? 'id' : 'close_id';
      await kpi.admin.query(
        `INSERT INTO kpi.${table} (${id}, ${columns}) SELECT $2::uuid, ${columns} FROM kpi.${table} WHERE ${id} = $1`,
        [first.id, second],
      );
    }
    const decide = (id: string, decision: string) => as('ld-1', `/v1/period-closes/${id}/${decision}`, 'POST');
    expect(await decide(first.id, 'confirmation')).toMatchObject({ status: 200 });
    expect(await decide(second, 'confirmation')).toMatchObject({ status: 409, body: { code: 'period.closed-already' } });
    expect(await decide(second, 'withdrawal')).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    expect(await propose('2022-06')).toMatchObject({ status: 409, body: { code: 'period.closed-already' } });
  });

  it.each([
    ['overdue causes', '2022-07', 'judgement'],
    ['documents', '2022-08', 'digitization_version'],
  ] as const)('is confirmed though the clock behind the log of %s is ahead of that of figures', async (of, month, column) => {
    const { dossierId } = dossierAt(7).snapshot;
    const ahead = <Built extends { readonly value: string }>(built: Built): Built => ({
      ...built,
      value: JSON.stringify({ ...(JSON.parse(built.value) as object), time: new Date(Date.now() + 60_000).toISOString() }),
    });
    if (of === 'documents') await kpi.record.documents([ahead(createDigitization({}, { dossierId }))]);
    else await kpi.record.causes([ahead(createOverdueCause({ dossierId, overdueSince: '2022-03-11T00:00:00.000Z' }))]);
    const isProjected = async (): Promise<boolean> => {
      const { rowCount } = await kpi.admin.query(`SELECT FROM kpi.fact_0 WHERE dossier_id = $1 AND ${column} = 1`, [dossierId]);
      return rowCount !== 0;
    };
    await waitFor(isProjected, { describe: `${of} in the facts` });
    const { body: close } = await propose(month);
    expect(await as('ld-1', `/v1/period-closes/${close.id}/confirmation`, 'POST')).toMatchObject({ status: 200 });
  });

  it('is not closed while events of its unit are not counted, but for a reason that is shown ever after', async () => {
    const [log, published] = [dossierAt(0), dossierAt(1)];
    await kpi.admin.query(
      'INSERT INTO intake.event_log (dossier_id, version, type, recorded_at, body) SELECT $1, $2, type, now(), body FROM intake.event_log WHERE dossier_id = $1 AND version = $3',
      [log.snapshot.dossierId, 3, 2],
    );
    expect(published.snapshot.dossierVersion).toBe(2);
    expect(await propose('2022-05')).toMatchObject({
      status: 409,
      body: { code: 'period.events-missing', lagging: 1, parked: 0 },
    });
    expect((await propose('2022-05', {}, 'closed-new')).status).toBe(403);
    const reason = 'Báo cáo phải gửi trước 17 giờ hôm nay';
    const { body: close } = await propose('2022-05', { overrideReason: reason });
    expect(close.override).toEqual({ reason, lagging: 1, parked: 0 });
    // What was not counted then is not held against the copy.
    expect((await as('ld-1', `/v1/period-closes/${close.id}/confirmation`, 'POST')).status).toBe(200);
  });
});

describe('a verification finds', () => {
  const planted = async (...statements: readonly string[]): Promise<readonly string[]> => {
    for (const statement of statements)
      await kpi.admin.query(`SET session_replication_role = replica; ${statement}; RESET session_replication_role`);
    // Of the override before: the event of which the log alone knows.
    await kpi.admin.query('DELETE FROM intake.event_log WHERE dossier_id = $1 AND version = 3', [
      dossierAt(0).snapshot.dossierId,
    ]);
    return (await verify()).differences.filter(({ kind }) => kind === 'close').map(({ key }) => key);
  };
  const march = `(SELECT id FROM kpi.period_close WHERE month = '2022-03')`;

  it('nothing where nothing was changed', async () => {
    expect(await planted()).toEqual([]);
  });

  it('nothing of other units where one is asked for, and recomputes no month of theirs', async () => {
    const verifyOf = (unit: string) => kpi.call<VerifyReport>(`/v1/verify?unit=${unit}`, 'POST');
    expect(await verifyOf('closed')).toMatchObject({ outcome: 'equal', checked: { closes: 6 } });
    expect(await verifyOf('closed-new')).toMatchObject({ outcome: 'equal', checked: { closes: 0 } });
  });

  it('a line of a frozen copy that says otherwise than the log', async () => {
    const id = dossierAt(2).snapshot.dossierId;
    const set = (version: number) =>
      `UPDATE kpi.frozen_dossier SET version = ${String(version)} WHERE close_id = ${march} AND dossier_id = '${id}'`;
    const found = await planted(set(7));
    expect(found).toEqual(expect.arrayContaining([`closed · 2022-03 · content`, `closed · 2022-03 · ${id} · 0`]));
    await planted(set(2));
  });

  it('a figure that is not its list', async () => {
    const add = (by: string) => `UPDATE kpi.frozen_figure SET count = count ${by} WHERE close_id = ${march} AND number = 0`;
    expect((await planted(add('+ 1'))).length).toBeGreaterThan(1);
    expect(await planted(add('- 1'))).toEqual([]);
  });

  it('a chain that was broken, though each copy is whole', async () => {
    const put = (sub: string) => `UPDATE kpi.period_decision SET decided_by = '${sub}' WHERE close_id = ${march}`;
    expect(await planted(put('tp-1'))).toEqual(['closed · 2022-03 · link 2 of the chain']);
    expect(await planted(put('ld-1'))).toEqual([]);
  });

  it('and the service itself can change nothing of it', async () => {
    await expect(kpi.kpi.pool.query('UPDATE kpi.frozen_figure SET count = 0')).rejects.toThrow(/permission denied/);
    await expect(kpi.admin.query('UPDATE kpi.frozen_figure SET count = 0')).rejects.toThrow(
      'closed periods are only ever added to',
    );
  });
});
