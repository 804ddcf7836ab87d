import { setTimeout as rest } from 'node:timers/promises';
import type { House } from '../house/house.ts';
import type { Fault } from './fault.ts';

const WRITING = ['INSERT', 'UPDATE', 'DELETE'];
const ROUND_MS = 500;

interface Grant {
  readonly relation: string;
  readonly privilege: string;
}

/** The schema and the role of each service that follows a log. */
const places: Readonly<Record<string, readonly [schema: string, role: string]>> = {
  'sla-timer': ['sla', 'motcua_sla'],
  'kpi-aggregator': ['kpi', 'motcua_kpi'],
  notification: ['notification', 'motcua_notification'],
  'digitization-tracker': ['digitization', 'motcua_digitization'],
};

/** A release of which every handler throws: it may read and not write, whatever it does fails in a way that nobody foresaw. */
export const handlerThrows: Fault = {
  name: 'handler throws on everything',
  targets: Object.keys(places),
  on: 'postgres',
  lastsMs: [4_000, 6_000],
  async inject(house, service) {
    const [schema, role] = places[service] ?? ['', ''];
    const grants = await listGrants(house, schema, role);
    const before = await house.pidOf(service);
    for (const { relation, privilege } of grants) await house.query(`REVOKE ${privilege} ON ${relation} FROM ${role}`);
    let ends = 0;
    const watching = watchEnds(house, service, before, () => (ends += 1));
    return {
      // It ends, and each that is started in its place.
      times: () => ends,
      heal: async () => {
        for (const { relation, privilege } of grants) await house.query(`GRANT ${privilege} ON ${relation} TO ${role}`);
        await watching.stop();
      },
    };
  },
};

const listGrants = (house: House, schema: string, role: string): Promise<Grant[]> =>
  house.query<Grant & Record<string, unknown>>(
    `SELECT format('%I.%I', table_schema, table_name) AS relation, privilege_type AS privilege FROM information_schema.role_table_grants
     WHERE table_schema = $1 AND grantee = $2 AND privilege_type = ANY ($3)`,
    [schema, role, WRITING],
  );

function watchEnds(house: House, service: string, first: number, onEnd: () => void): { stop: () => Promise<void> } {
  let [isWatching, last] = [true, first];
  const watch = async (): Promise<void> => {
    while (isWatching) {
      const now = await house.pidOf(service);
      if (now !== last) onEnd();
      last = now;
      await rest(ROUND_MS);
    }
  };
  const watching = watch();
  return {
    stop: () => {
      isWatching = false;
      return watching;
    },
  };
}
