import { waitFor } from '@motcua/testing';
import type { House } from '../house/house.ts';
import { signal } from '../house/processes.ts';
import { SecondInstance } from '../house/second-instance.ts';
import type { Fault } from './fault.ts';

/** Services that read the log, and the schema in which each keeps how far it has come and whose each partition is. */
const schemas: Readonly<Record<string, string>> = {
  'sla-timer': 'sla',
  'kpi-aggregator': 'kpi',
  notification: 'notification',
  'digitization-tracker': 'digitization',
};

/** Two instances share the log; one of them is killed, and the other takes its partitions. */
export const consumerTakeover: Fault = {
  name: 'consumer of two killed',
  targets: Object.keys(schemas),
  on: 'everything',
  lastsMs: [500, 1_000],
  async inject(house, service) {
    const schema = schemas[service] ?? '';
    const first = await house.pidOf(service);
    const second = await SecondInstance.start(house, service);
    try {
      const isShared = async (): Promise<boolean> => (await countOwned(house, schema, second.pid)) > 0;
      await waitFor(isShared, { describe: `the second ${service} to have a share`, timeoutMs: 30_000, intervalMs: 50 });
      const owned = await countOwned(house, schema, first);
      signal(first, 'SIGKILL');
      const killedAt = Date.now();
      const isTaken = async (): Promise<boolean> => (await countOwned(house, schema, first)) === 0;
      await waitFor(isTaken, { describe: `the partitions of ${service} to be taken`, timeoutMs: 60_000, intervalMs: 50 });
      const takeoverMs = Date.now() - killedAt;
      return { times: () => owned, takeoverMs, heal: () => second.stop() };
    } catch (error) {
      await second.stop();
      throw error;
    }
  },
};

/** Two relays of one event table: the active one is killed, and the other publishes on. */
export const relayTakeover: Fault = {
  name: 'relay of two killed',
  targets: ['dossier-intake'],
  on: 'everything',
  lastsMs: [500, 1_000],
  async inject(house, service) {
    const first = await house.pidOf(service);
    const second = await SecondInstance.start(house, service);
    try {
      const before = await listAgreed(house);
      signal(first, 'SIGKILL');
      const killedAt = Date.now();
      const isTaken = async (): Promise<boolean> =>
        (await listAgreed(house)).every((agreed, index) => agreed > (before[index] ?? 0));
      await waitFor(isTaken, { describe: 'the other relays to publish', timeoutMs: 60_000, intervalMs: 50 });
      return { times: () => 1, takeoverMs: Date.now() - killedAt, heal: () => second.stop() };
    } catch (error) {
      await second.stop();
      throw error;
    }
  },
};

/** A machine joins whose clock goes wrong by minutes, and takes its share of the work; then the others have to do all of it again. */
export const clockWrong: Fault = {
  name: 'clock of an instance wrong',
  targets: Object.keys(schemas).flatMap((service) => [`${service} +240 s`, `${service} -240 s`]),
  on: 'everything',
  lastsMs: [6_000, 8_000],
  async inject(house, target) {
    const [service = '', shift] = target.split(' ');
    const schema = schemas[service] ?? '';
    const wrong = await SecondInstance.start(house, service, { shiftMs: Number(shift) * 1_000 });
    let owned = 0;
    const isShared = async (): Promise<boolean> => (owned = await countOwned(house, schema, wrong.pid)) > 0;
    await waitFor(isShared, { describe: `${target} to have a share`, timeoutMs: 30_000, intervalMs: 100 }).catch(() => undefined);
    return { times: () => owned, heal: () => wrong.stop() };
  },
};

/** Partitions of which the log says that this process has them: an owner is `<host>:<pid>:<some letters>`. */
async function countOwned(house: House, schema: string, pid: number): Promise<number> {
  const sql = `SELECT count(*)::int AS owned FROM ${schema}.consumer_offset WHERE split_part(owner, ':', 2) = $1`;
  const [row] = await house.query<{ owned: number }>(sql, [String(pid)]);
  return row?.owned ?? 0;
}

/** Of each relay, when the last one of it had compared the log with its table: only then does it publish. Its lock it has before. */
async function listAgreed(house: House): Promise<number[]> {
  const rows = await house.query<{ agreed: number }>(
    'SELECT extract(epoch FROM agreed_at)::float8 AS agreed FROM intake.log_agreement ORDER BY topic',
  );
  return rows.map(({ agreed }) => agreed);
}
