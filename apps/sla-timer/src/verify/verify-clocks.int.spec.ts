import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { appendToArchive, createArchive } from '@motcua/kafka/testing';
import { inTransaction } from '@motcua/postgres';
import { Pool } from 'pg';
import { slaRole } from '../migrations/migrate-sla.ts';
import { at, DossierHistory } from '../testing/dossier-history.builder.ts';
import { createFollowing } from '../testing/follow.ts';
import { createSlaDatabase, type SlaDatabase } from '../testing/sla-database.ts';
import { SlaEventFixture } from '../testing/sla-event-fixture.ts';
import { verifyClocks } from './verify-clocks.query.ts';

let sla: SlaDatabase;
let admin: Pool;
const monday = at('2026-03-02 08:00');
const histories = () => {
  const of = () => new DossierHistory({ ruleSet: 'before-nd-61' }).received(monday);
  return { open: of(), ended: of().processed(monday + 3_600_000), paused: of().supplementRequested(monday + 3_600_000) };
};
let some: ReturnType<typeof histories>;

beforeAll(async () => {
  sla = await createSlaDatabase();
  admin = new Pool({ connectionString: sla.database.url, max: 1 });
  await createArchive(admin, 'intake', slaRole);
}, 60_000);
afterAll(async () => {
  await admin.end();
  await sla.close();
});
beforeEach(async () => {
  await SlaEventFixture.empty(sla);
  await admin.query('TRUNCATE intake.archive');
  some = histories();
  const events = Object.values(some).flatMap((history) => history.events);
  await appendToArchive(admin, 'intake', events);
  await createFollowing(sla).follow(events);
});

const verify = () => inTransaction(sla.pool, verifyClocks, { isolation: 'repeatable read', readOnly: true });
const differences = async () =>
  (await verify()).different.map(({ clock, what, expected, found }) => [clock, what, expected, found]);

describe('the comparison of clocks', () => {
  it('finds nothing where they follow from the events', async () => {
    expect(await verify()).toEqual({ dossiers: 3, open: 2, different: [] });
  });

  it.each<[string, string, unknown[]]>([
    ['a due that is another', `UPDATE sla.clock SET due = due + interval '1 hour' WHERE state = 'running'`, ['dossier', 'due']],
    ['a moment from which it is late', `UPDATE sla.clock SET late_from = NULL WHERE state = 'running'`, ['dossier', 'lateFrom']],
    [
      'an open clock that is closed',
      `UPDATE sla.clock SET state = 'closed' WHERE state = 'paused'`,
      ['dossier', 'state', 'paused', 'closed'],
    ],
    [
      'a clock that runs on after the end',
      `UPDATE sla.clock SET state = 'running' WHERE state = 'closed'`,
      ['dossier', 'state', 'closed', 'running'],
    ],
    ['a clock that is gone', `DELETE FROM sla.clock WHERE state = 'paused'`, ['dossier', 'state', 'paused', null]],
    [
      'a clock that would never fire',
      `UPDATE sla.clock SET next_at = NULL, held_until = NULL WHERE state = 'running'`,
      ['dossier', 'nextEscalation'],
    ],
    [
      'a dossier that was never followed',
      `DELETE FROM sla.dossier WHERE ended_at IS NOT NULL`,
      ['dossier', 'version', '2', null],
    ],
  ])('names %s', async (_what, plant, expected) => {
    await admin.query(plant);
    const found = await differences();
    expect(found).toHaveLength(1);
    expect(found[0]?.slice(0, expected.length)).toEqual(expected);
  });
});
