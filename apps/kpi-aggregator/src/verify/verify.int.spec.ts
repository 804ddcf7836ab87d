import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction, toTransaction } from '@motcua/postgres';
import fc from 'fast-check';
import { Pool } from 'pg';
import { parseDossierEvent } from '../events/dossier-event.ts';
import { Dimensions } from '../projection/dimensions/dimensions.ts';
import { DocumentProjector } from '../projection/documents/project-documents.ts';
import { OverdueCauseProjector } from '../projection/overdue-causes/project-overdue-causes.ts';
import { EventProjector } from '../projection/project-events.ts';
import {
  appendToDocumentLog,
  appendToEventLog,
  appendToCauseLog,
  createDocumentLog,
  createEventLog,
  createCauseLog,
} from '../testing/event-log.ts';
import { createKpiDatabase, type KpiDatabase } from '../testing/kpi-database.ts';
import { randomDossier, type RandomDossier } from '../testing/random-events.ts';
import { toDigitizationEvent, toPublished, toPublishedDigitization, toPublishedCause } from '../testing/to-published.ts';
import { localDays } from '../time/local-days.ts';
import { compareCells } from './compare-cells.query.ts';
import { compareFacts } from './compare-facts.query.ts';
import { compareFigures, compareOfficers } from './compare-figures.ts';
import { compareLists } from './compare-lists.ts';
import type { LogPlaces } from './comparison.ts';
import { findHistory } from './verified-periods.ts';

let kpi: KpiDatabase;
let admin: Pool;
beforeAll(async () => {
  kpi = await createKpiDatabase();
  admin = new Pool({ connectionString: kpi.database.url });
  await createEventLog(admin);
  await createCauseLog(admin);
  await createDocumentLog(admin);
});
afterAll(async () => {
  await admin.end();
  await kpi.close();
});

/** The streams beside first, so that they wait for their dossiers; of `unheard` dossiers no event comes at all. */
async function project(dossiers: readonly RandomDossier[], unheard: readonly RandomDossier[] = []): Promise<void> {
  await admin.query('TRUNCATE intake.event_log, sla.event_log, digitization.event_log, kpi.fact_0, kpi.cell_0');
  const published = dossiers.flatMap(({ events }) => events.map(toPublished));
  await appendToEventLog(admin, published);
  const causes = [...dossiers, ...unheard].flatMap((dossier) => dossier.causes);
  await appendToCauseLog(admin, causes.map(toPublishedCause));
  const digitizations = [...dossiers, ...unheard].flatMap((dossier) => dossier.digitizations);
  await appendToDocumentLog(admin, digitizations.map(toPublishedDigitization));
  const dimensions = new Dimensions(kpi.pool);
  const parsed = published.map(({ value }) => parseDossierEvent(value));
  await inTransaction(kpi.pool, (transaction) =>
    new OverdueCauseProjector(dimensions, localDays).project(transaction, 0, 0, causes),
  );
  await inTransaction(kpi.pool, (transaction) =>
    new DocumentProjector(dimensions, localDays).project(transaction, 0, 0, digitizations.map(toDigitizationEvent)),
  );
  await inTransaction(kpi.pool, (transaction) => new EventProjector(dimensions, localDays).project(transaction, 0, 0, parsed));
}

/** Of logs that nobody else writes: other suites on the same server may hold back what `findLogEnds` takes for settled. */
async function getLogEnds(): Promise<LogPlaces> {
  const ends = ['intake', 'sla', 'digitization'].map((schema) =>
    admin.query<LogPlaces['events']>(
      `SELECT xid::text, position::text FROM ${schema}.event_log ORDER BY event_log.xid DESC, event_log.position DESC LIMIT 1`,
    ),
  );
  const [events, causes, documents] = await Promise.all(ends);
  const start = { xid: '0', position: '0' };
  return { events: events!.rows[0]!, causes: causes!.rows[0] ?? start, documents: documents!.rows[0] ?? start };
}

/** What is asked of a comparison: the whole of history, seen from a moment. */
async function askAsOf(asOf: number, { isByMonth = false } = {}) {
  const { whole, months, today } = await findHistory(toTransaction(kpi.pool), 0, asOf, localDays);
  return { periods: isByMonth ? [whole, ...months, today] : [whole, today], asOf, days: localDays, unit: undefined };
}
const compareAllFigures = async (ends: LogPlaces) =>
  compareFigures(toTransaction(kpi.pool), 0, ends, await askAsOf(Date.now(), { isByMonth: true }));

const scannedDossier = randomDossier.filter(
  ({ events, digitizations }) => (events.at(-1)?.state.endedAt ?? null) !== null && digitizations.length > 0,
);
const classifiedDossier = randomDossier.filter(({ causes }) => (causes.at(-1)?.overdueCause ?? null) !== null);

describe('verification', () => {
  it('makes of any logs the facts, cells, overdue causes and documents that the projection makes', async () => {
    const some = fc.array(randomDossier, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(some, fc.array(randomDossier, { maxLength: 2 }), async (dossiers, unheard) => {
        await project(dossiers, unheard);
        const database = toTransaction(kpi.pool);
        const ends = await getLogEnds();
        expect(await compareFacts(database, 0, ends)).toMatchObject({ found: 0, differences: [] });
        expect(await compareCells(database, 0, ends)).toMatchObject({ found: 0, differences: [] });
        const isOfEnrichmentStream = ({ key }: { key: string }): boolean => /overdue\.|digitized\./.test(key);
        const figures = await compareAllFigures(ends);
        expect(figures.differences.filter(isOfEnrichmentStream)).toEqual([]);
        const asked = await askAsOf(Date.now());
        const lists = await compareLists(database, 0, ends, asked);
        expect(lists.differences.filter(isOfEnrichmentStream)).toEqual([]);
        const officers = await compareOfficers(database, 0, ends, asked);
        expect(officers.differences.filter(isOfEnrichmentStream)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it('names the dossier that is missing', async () => {
    const [dossier] = fc.sample(randomDossier, 1);
    await project([dossier!]);
    await kpi.pool.query('DELETE FROM kpi.fact_0');
    const database = toTransaction(kpi.pool);
    const { differences } = await compareFacts(database, 0, await getLogEnds());
    expect(differences[0]).toMatchObject({ kind: 'fact', projected: null });
    expect(differences[0]?.key).toContain(dossier!.events[0]!.dossierId);
  });

  it('names the dossier whose overdue cause was lost, whether its events have come or not', async () => {
    const [known, unheard] = fc.sample(classifiedDossier, 2);
    await project([known!], [unheard!]);
    await kpi.pool.query('UPDATE kpi.fact_0 SET judgement = 0, cause = NULL, judged_at = NULL');
    const { differences } = await compareFacts(toTransaction(kpi.pool), 0, await getLogEnds());
    const ids = differences.map(({ key }) => key.slice(0, 36));
    expect(new Set(ids)).toEqual(new Set([known!, unheard!].map(({ events }) => events[0]!.dossierId)));
    expect(differences[0]).toMatchObject({ projected: { judgement: 0 } });
  });

  it('names the dossier whose documents were lost, whether its events have come or not', async () => {
    const [known, unheard] = fc.sample(scannedDossier, 2);
    await project([known!], [unheard!]);
    await kpi.pool.query('UPDATE kpi.fact_0 SET digitization_version = 0, has_checklist = false');
    const { differences } = await compareFacts(toTransaction(kpi.pool), 0, await getLogEnds());
    const ids = differences.map(({ key }) => key.slice(0, 36));
    expect(new Set(ids)).toEqual(new Set([known!, unheard!].map(({ events }) => events[0]!.dossierId)));
    expect(differences[0]).toMatchObject({ projected: { digitization_version: 0, has_checklist: false } });
  });

  it('names a digitization figure that is wrong', async () => {
    const [dossier] = fc.sample(scannedDossier, 1);
    await project([dossier!]);
    const database = toTransaction(kpi.pool);
    // Days and their months: which of them a figure adds up depends on where the period begins.
    await kpi.pool.query('UPDATE kpi.cell_0 SET finished_digitized = finished_digitized + 1 WHERE finished_checklist > 0');
    const { differences } = await compareCells(database, 0, await getLogEnds());
    expect(differences.map(({ key }) => key)).toContainEqual(expect.stringContaining('finished_digitized'));
    const figures = await compareAllFigures(await getLogEnds());
    expect(figures.differences).toContainEqual(
      expect.objectContaining({ kind: 'indicator', key: expect.stringContaining('digitized.dossiers · numerator') }),
    );
  });

  it('knows no documents where there is no log of them', async () => {
    const [dossier] = fc.sample(scannedDossier, 1);
    await project([{ ...dossier!, digitizations: [] }]);
    const without = { ...(await getLogEnds()), documents: undefined };
    const database = toTransaction(kpi.pool);
    expect(await compareFacts(database, 0, without)).toMatchObject({ found: 0 });
    expect(await compareCells(database, 0, without)).toMatchObject({ found: 0 });
  });

  it('judges nothing where there is no log of overdue causes', async () => {
    const [dossier] = fc.sample(classifiedDossier, 1);
    await project([{ ...dossier!, causes: [] }]);
    const without = { ...(await getLogEnds()), causes: undefined };
    const database = toTransaction(kpi.pool);
    expect(await compareFacts(database, 0, without)).toMatchObject({ found: 0 });
    expect(await compareCells(database, 0, without)).toMatchObject({ found: 0 });
  });
});
