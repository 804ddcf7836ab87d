import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction, toTransaction } from '@motcua/postgres';
import { testRolePassword, type TestDatabase } from '@motcua/testing';
import type { Pool } from 'pg';
import { readBoardRows } from '../board/read-board.ts';
import { parseDossierEvent } from '../events/dossier-event.ts';
import { listPlacements } from '../figures/unit-placements.query.ts';
import { Dimensions } from '../projection/dimensions/dimensions.ts';
import { OverdueCauseProjector } from '../projection/overdue-causes/project-overdue-causes.ts';
import { EventProjector } from '../projection/project-events.ts';
import { createEarlierKpi } from '../testing/earlier-kpi.ts';
import { createEvent, createSnapshot } from '../testing/snapshot.builder.ts';
import { localDays } from '../time/local-days.ts';
import { CreateProjection1763942400000 } from './1763942400000-create-projection.ts';
import { migrateKpi } from './migrate-kpi.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  ({ database, pool } = await createEarlierKpi([CreateProjection1763942400000]));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** A fact and its cell of the day, as they were written before there were overdue causes. */
async function writeAsBefore(dossierId: string): Promise<void> {
  await pool.query(`
    INSERT INTO kpi.place (time_zone, kind, node, unit, path)
      VALUES ('Asia/Ho_Chi_Minh', 'commune', E'province\\ncommune', 'commune', '{province,commune}');
    INSERT INTO kpi.line (node, time_zone, dimension, key, unit, parent) VALUES ('province', 'Asia/Ho_Chi_Minh', 'total', '', 'province', NULL);
    INSERT INTO kpi.fact_0 (dossier_id, version, span, status, open_from, received_at, place, is_last, no_due, late_766, late_original,
        late_current, procedure, field, channel, service_level)
      VALUES ('${dossierId}', 3, 0, 4, 1700000000000, 1700000000000, 1, true, false, false, false, false, 'p', 'f', 'online', 'full');
    INSERT INTO kpi.cell_0 VALUES (1, 19675, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0),
      (1, 24286, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);`);
}

const period = { from: 19_600, to: 19_700 };
async function figuresOf(unit: string): Promise<(number | null | undefined)[]> {
  const query = { unit, period, by: null, asOf: Date.UTC(2024, 0, 1) };
  const places = await listPlacements(toTransaction(pool), unit);
  const [row] = await readBoardRows(toTransaction(pool), places, query, localDays);
  return ['received', 'open', 'overdue.by-cause'].map((id) => row?.indicators[id]?.value);
}

describe('a projection from before there were overdue causes', () => {
  it('keeps its figures, and takes overdue causes and events', async () => {
    const snapshot = createSnapshot({ dossierVersion: 4, receivedAt: '2023-11-14T22:13:20.000Z', procedure: 'p', field: 'f' });
    await writeAsBefore(snapshot.dossierId);
    expect(await migrateKpi(database.url, testRolePassword)).toEqual([
      'CreateConsumerTables1760000002000',
      'AddVerdicts1764201600000',
      'AddDocuments1764892800000',
      'AddOfficers1765152000000',
      'AddSignedResults1765238400000',
      'CreateReferenceTables1765300000000',
      'CreateAuditLog1765400000000',
      'KnowTimeline1767300001000',
      'CreateReportFiles1767800000000',
      'CreatePeriodCloses1768000000000',
      'AddReportFigures1768100000000',
    ]);
    expect(await figuresOf('province')).toEqual([1, 1, 0]);

    const dimensions = new Dimensions(pool);
    const overdueCause = {
      dossierId: snapshot.dossierId,
      judgement: 1,
      overdueCause: { cause: 'real', overdueSince: Date.parse('2023-11-16T10:00:00Z') },
      responsibleUnit: { unit: 'commune', path: ['province', 'commune'], kind: 'commune' },
      timeZone: 'Asia/Ho_Chi_Minh',
      procedure: 'p',
      field: 'f',
    } as const;
    await inTransaction(pool, (transaction) =>
      new OverdueCauseProjector(dimensions, localDays).project(transaction, 0, 0, [overdueCause]),
    );
    expect(await figuresOf('province')).toEqual([1, 1, 1]);

    const event = parseDossierEvent(createEvent('transferred', { ...snapshot, responsiblePath: ['province', 'commune'] }).value);
    await inTransaction(pool, (transaction) => new EventProjector(dimensions, localDays).project(transaction, 0, 0, [event]));
    expect(await figuresOf('province')).toEqual([1, 1, 1]);
  });
});
