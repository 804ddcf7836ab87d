import { createPgTransactions } from '@motcua/kafka';
import { setDatabaseClock } from '@motcua/postgres';
import type { Pool } from 'pg';
import { live, writeClocks, type ClockWrite } from '../clocks/clock.store.ts';
import { EscalationPolicyCache } from '../clocks/escalation-policy-cache.ts';
import { fireTimers } from '../clocks/firing/fire-timers.ts';
import { benchRules, makeClocks, reschedule, type BenchClock, type BenchClockOptions } from './bench-clocks.ts';
import type { BenchFixture } from './bench-fixture.ts';
import { percentile, perSecond, type TimerFigures } from './figures.ts';

const WRITE_BATCH = 2_000;
const FIRE_BATCH = 5_000;
const RESCHEDULED_SHARE = 10;

/** Arms, measures, reschedules a tenth, and drains the herd, all by the service's own statements. */
export async function runTimers(
  fixture: BenchFixture,
  options: BenchClockOptions,
  onProgress: (message: string) => void,
): Promise<TimerFigures & { readonly exact: boolean }> {
  const { pool } = fixture;
  const prepared = await prepare(fixture, options, onProgress);
  onProgress(`ours: draining a herd of ${options.herd}`);
  const startedAt = performance.now();
  const lags: number[] = [];
  for (;;) {
    const fired = await fireTimers(pool, { batchSize: FIRE_BATCH });
    if (fired.fired === 0) break;
    for (const lag of fired.lags) lags.push(lag);
  }
  const drain = perSecond(lags.length, startedAt);
  const exact = await isExact(pool, options.herd);
  return { ...prepared, drain, lagP99Ms: Math.round(percentile(lags, 0.99) * 1_000), exact };
}

/** Arms, measures, reschedules, and sets the clock to the moment of the herd. */
async function prepare(
  { pool, url }: BenchFixture,
  options: BenchClockOptions,
  onProgress: (message: string) => void,
): Promise<Pick<TimerFigures, 'bytes' | 'schedule' | 'reschedule'>> {
  await setDatabaseClock(url, 'sla', { at: new Date(options.herdAt - 60_000), speed: 0 });
  const writer = await createWriter(pool);
  onProgress(`ours: arming ${options.clocks} clocks`);
  const schedule = await writeAll(writer, makeClocks(options));
  const bytes = await measureBytes(pool, options.clocks);
  onProgress('ours: re-arming a tenth');
  const reschedule = await writeAll(writer, someRescheduled(options));
  await insertHerdDossiers(pool, options);
  await pool.query('VACUUM ANALYZE sla.clock');

  await pool.query(`INSERT INTO sla.reading VALUES (0, 0, now(), now() + interval '1 day')`);
  await setDatabaseClock(url, 'sla', { at: new Date(options.herdAt), speed: 1 });
  return { bytes, schedule, reschedule };
}

type Writer = (clocks: readonly BenchClock[]) => Promise<void>;

async function createWriter(pool: Pool): Promise<Writer> {
  const policies = new EscalationPolicyCache(pool);
  const kept = new Map<string, ClockWrite['ladder']>();
  for (const rule of benchRules) {
    const id = await policies.keep(rule);
    kept.set(rule.clock, { id, ...(await policies.get(id)) });
  }
  const transactions = createPgTransactions(pool);
  return (clocks) =>
    transactions.run((transaction) =>
      writeClocks(
        transaction,
        clocks.flatMap(({ dossierId, unit, clock }) => {
          const policy = kept.get(clock.clock);
          return policy === undefined
            ? []
            : [{ dossierId, clock, ladder: policy, responsibleUnit: unit, partition: 0, hold: live }];
        }),
      ),
    );
}

/** Answers clocks a second. */
async function writeAll(write: Writer, clocks: Iterable<BenchClock>): Promise<number> {
  const startedAt = performance.now();
  let count = 0;
  let batch: BenchClock[] = [];
  for (const clock of clocks) {
    batch.push(clock);
    count += 1;
    if (batch.length < WRITE_BATCH) continue;
    await write(batch);
    batch = [];
  }
  if (batch.length > 0) await write(batch);
  return perSecond(count, startedAt);
}

/** Of those that are not of the herd, enough for a tenth of all. */
function* someRescheduled(options: BenchClockOptions): Generator<BenchClock> {
  const last = Math.min(options.clocks, options.herd + Math.ceil(options.clocks / RESCHEDULED_SHARE));
  let index = 0;
  for (const clock of makeClocks({ ...options, clocks: last })) {
    if (index >= options.herd) yield reschedule(clock);
    index += 1;
  }
}

/** Table and indexes, per clock, as written: what a row costs while it waits. */
async function measureBytes(pool: Pool, clocks: number): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(`SELECT pg_total_relation_size('sla.clock') AS bytes`);
  return Math.round(Number(rows[0]?.bytes ?? 0) / clocks);
}

/** The dossiers of the herd, whose subject goes into the events; those of clocks that wait on are not looked at. */
async function insertHerdDossiers(pool: Pool, { herd, herdAt }: BenchClockOptions): Promise<void> {
  const subject = `"dossierId":"' || dossier_id || '","dossierVersion":1,"code":"H44.05.01-260302-0001","sourceCode":null,"imported":false,"procedure":"1.001193","field":"ho-tich","responsibleUnit":"unit","responsiblePath":["province","district","unit"],"responsibleKind":"commune","handlingUnit":"unit","officer":"nv-1","calendar":{"id":"vn","version":1},"timeZone":"Asia/Ho_Chi_Minh"`;
  await pool.query(
    `INSERT INTO sla.dossier (dossier_id, version, subject, facts, procedure, responsible_unit, path, handling_unit, time_zone, calendar_id, calendar_version, status, last_touched_at)
     SELECT dossier_id, 1, '${subject}', '{}', '1.001193', 'unit', '{province,district,unit}', 'unit', 'Asia/Ho_Chi_Minh', 'vn', 1, 2, now()
     FROM (SELECT DISTINCT dossier_id FROM sla.clock WHERE next_at <= to_timestamp($1::float8 / 1000) LIMIT $2) AS herd`,
    [herdAt, herd],
  );
}

/** Each clock of the herd was fired once, and no other. */
async function isExact(pool: Pool, herd: number): Promise<boolean> {
  const { rows } = await pool.query<{ fired: number; distinct: number; waiting: number }>(
    `SELECT count(*)::int AS fired, count(DISTINCT (dossier_id, clock, generation, rung))::int AS distinct,
       (SELECT count(*)::int FROM sla.clock WHERE next_at <= sla.clock_now()) AS waiting FROM sla.event`,
  );
  const [found] = rows;
  return found?.fired === herd && found.distinct === herd && found.waiting === 0;
}
