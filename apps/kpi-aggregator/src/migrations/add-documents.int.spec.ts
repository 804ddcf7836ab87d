import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction, toTransaction } from '@motcua/postgres';
import { testRolePassword, type TestDatabase } from '@motcua/testing';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { readBoardRows } from '../board/read-board.ts';
import { parseDossierEvent } from '../events/dossier-event.ts';
import { listPlacements } from '../figures/unit-placements.query.ts';
import { Dimensions } from '../projection/dimensions/dimensions.ts';
import { DocumentProjector } from '../projection/documents/project-documents.ts';
import { EventProjector } from '../projection/project-events.ts';
import { createEarlierKpi } from '../testing/earlier-kpi.ts';
import { createEvent, createSnapshot } from '../testing/snapshot.builder.ts';
import { toDigitizationEvent } from '../testing/to-published.ts';
import { localDays } from '../time/local-days.ts';
import { CreateProjection1763942400000 } from './1763942400000-create-projection.ts';
import { AddVerdicts1764201600000 } from './1764201600000-add-verdicts.ts';
import { AddDocuments1764892800000 } from './1764892800000-add-documents.ts';
import { AddOfficers1765152000000 } from './1765152000000-add-officers.ts';
import { AddSignedResults1765238400000 } from './1765238400000-add-signed-results.ts';
import { migrateKpi } from './migrate-kpi.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  ({ database, pool } = await createEarlierKpi([CreateProjection1763942400000, AddVerdicts1764201600000]));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Columns of facts and cells, to be the same after a migration was taken back. */
async function listColumns(): Promise<readonly unknown[]> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
     WHERE table_schema = 'kpi' AND table_name ~ '^(fact|cell)_' ORDER BY 1, 2`,
  );
  return rows;
}

/** A finished dossier with its cells of day and month, as they were written before documents were counted; and an overdue cause that waits. */
async function writeAsBefore(dossierId: string): Promise<void> {
  await pool.query(`
    INSERT INTO kpi.place (time_zone, kind, node, unit, path)
      VALUES ('Asia/Ho_Chi_Minh', 'commune', E'province\\ncommune', 'commune', '{province,commune}');
    INSERT INTO kpi.line (node, time_zone, dimension, key, unit, parent) VALUES ('province', 'Asia/Ho_Chi_Minh', 'total', '', 'province', NULL);
    INSERT INTO kpi.fact_0 (dossier_id, version, span, status, open_from, open_to, received_at, ended_at, place, is_last, no_due, late_766,
        late_original, late_current, day_verdict, procedure, field, channel, service_level)
      VALUES ('${dossierId}', 3, 0, 9, 1700000000000, 1700000500000, 1700000000000, 1700000500000, 1, true, false, false, false, false,
        'same-day', 'p', 'f', 'in-person', 'full');
    INSERT INTO kpi.fact_0 (dossier_id, version, span, status, place, is_last, no_due, late_766, late_original, late_current, procedure, field,
        channel, service_level, judgement, cause, judged_at)
      VALUES (gen_random_uuid(), 0, 0, 0, 1, true, false, false, false, false, 'p', 'f', '', '', 1, 'real', 1700000000000);
    INSERT INTO kpi.cell_0 (line, bucket, grain, shard, received, finished, finished_same_day)
      VALUES (1, 19676, 0, 0, 1, 1, 1), (1, 24286, 1, 0, 1, 1, 1);`);
}

const period = { from: 19_600, to: 19_700 };
async function figuresOf(unit: string): Promise<unknown[]> {
  const query = { unit, period, by: null, asOf: Date.UTC(2024, 0, 1) };
  const places = await listPlacements(toTransaction(pool), unit);
  const [row] = await readBoardRows(toTransaction(pool), places, query, localDays);
  const { received, finished, 'digitized.dossiers': digitized } = row?.indicators ?? {};
  return [received?.value, finished?.value, digitized?.numerator, digitized?.denominator];
}

describe('a projection from before documents were counted', () => {
  it('keeps its figures, and takes documents and events', async () => {
    const before = await listColumns();
    const snapshot = createSnapshot({ dossierVersion: 4, procedure: 'p', field: 'f', channel: 'in-person', status: 10 });
    await writeAsBefore(snapshot.dossierId);
    expect(await migrateKpi(database.url, testRolePassword)).toEqual([
      'CreateConsumerTables1760000002000',
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
    expect(await figuresOf('province')).toEqual([1, 1, 0, 0]);

    const dimensions = new Dimensions(pool);
    const documents = { components: ['scanned'], results: ['scanned'] } as const;
    const responsibleUnit = { unit: 'commune', path: ['province', 'commune'], kind: 'commune' };
    const [known, unheard] = [snapshot.dossierId, createSnapshot().dossierId].map((dossierId) =>
      toDigitizationEvent({ dossierId, digitizationVersion: 1, documents, responsibleUnit, timeZone: 'Asia/Ho_Chi_Minh' }),
    );
    await inTransaction(pool, (transaction) =>
      new DocumentProjector(dimensions, localDays).project(transaction, 0, 0, [known!, unheard!]),
    );
    expect(await figuresOf('province')).toEqual([1, 1, 1, 1]);

    const ended = { receivedAt: '2023-11-14T22:13:20.000Z', endedAt: '2023-11-14T22:21:40.000Z', endedBy: 'processed' as const };
    const event = createEvent('returned', { ...snapshot, ...ended, responsiblePath: ['province', 'commune'] });
    await inTransaction(pool, (transaction) =>
      new EventProjector(dimensions, localDays).project(transaction, 0, 0, [parseDossierEvent(event.value)]),
    );
    expect(await figuresOf('province')).toEqual([1, 1, 1, 1]);

    await takeBack();
    expect(await listColumns()).toEqual(before);
    const { rows } = await pool.query<{ version: number; judgement: number }>(
      'SELECT version, judgement FROM kpi.fact_0 ORDER BY 1',
    );
    expect(rows).toEqual([
      { version: 0, judgement: 1 },
      { version: 4, judgement: 0 },
    ]);
  });
});

async function takeBack(): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  const runner = source.createQueryRunner();
  await new AddSignedResults1765238400000().down(runner);
  await new AddOfficers1765152000000().down(runner);
  await new AddDocuments1764892800000().down(runner);
  await source.destroy();
}
