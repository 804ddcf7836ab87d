import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction, toTransaction } from '@motcua/postgres';
import fc from 'fast-check';
import { Pool } from 'pg';
import type { DossierEvent } from '../events/dossier-event.ts';
import { parseDossierEvent } from '../events/parse-dossier-event.ts';
import { Dictionary } from '../projection/dictionary/dictionary.ts';
import { EventProjector } from '../projection/project-events.ts';
import { createKpiDatabase, type KpiDatabase } from '../testing/kpi-database.ts';
import { appendToEventLog, createEventLog } from '../testing/event-log.ts';
import { randomDossierEvents } from '../testing/random-events.ts';
import { toPublished } from '../testing/to-published.ts';
import { localDays } from '../time/local-days.ts';
import { compareCells } from './compare-cells.query.ts';
import { compareFacts } from './compare-facts.query.ts';
import type { LogPlace } from './comparison.ts';

let kpi: KpiDatabase;
let admin: Pool;
beforeAll(async () => {
  kpi = await createKpiDatabase();
  admin = new Pool({ connectionString: kpi.database.url });
  await createEventLog(admin);
});
afterAll(async () => {
  await admin.end();
  await kpi.close();
});

async function project(events: readonly DossierEvent[]): Promise<void> {
  await admin.query('TRUNCATE intake.event_log, kpi.fact_0, kpi.cell_0');
  const published = events.map(toPublished);
  await appendToEventLog(admin, published);
  const projector = new EventProjector(new Dictionary(kpi.pool), localDays);
  const parsed = published.map(({ value }) => parseDossierEvent(value));
  await inTransaction(kpi.pool, (transaction) => projector.project(transaction, 0, 0, parsed));
}

/** Of a log that nobody else writes: other suites on the same server may hold back what `findLogEnd` takes for settled. */
async function getLogEnd(): Promise<LogPlace> {
  const { rows } = await admin.query<LogPlace>(
    'SELECT xid::text, position::text FROM intake.event_log ORDER BY event_log.xid DESC, event_log.position DESC LIMIT 1',
  );
  return rows[0]!;
}

describe('verification', () => {
  it('makes of any log the facts and cells that the projection makes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomDossierEvents, { minLength: 1, maxLength: 12 }), async (dossiers) => {
        await project(dossiers.flat());
        const database = toTransaction(kpi.pool);
        const end = await getLogEnd();
        expect(await compareFacts(database, 0, end)).toMatchObject({ found: 0, differences: [] });
        expect(await compareCells(database, 0, end)).toMatchObject({ found: 0, differences: [] });
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it('names the dossier that is missing', async () => {
    const [events] = fc.sample(randomDossierEvents, 1);
    await project(events!);
    await kpi.pool.query('DELETE FROM kpi.fact_0');
    const database = toTransaction(kpi.pool);
    const { differences } = await compareFacts(database, 0, await getLogEnd());
    expect(differences[0]).toMatchObject({ kind: 'fact', projected: null });
    expect(differences[0]?.key).toContain(events![0]!.dossierId);
  });
});
