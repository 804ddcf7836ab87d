import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PeriodComparison } from '@motcua/contracts';
import { referenceFigures } from '@motcua/indicators/testing';
import { inTransaction, toTransaction } from '@motcua/postgres';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { findClose } from '../../closes/find-closes.query.ts';
import { toNumberName } from '../../closes/frozen-numbers.ts';
import { toMonthPeriod } from '../../closes/month-period.ts';
import { parseDossierEvent } from '../../events/dossier-event.ts';
import { listPlacements } from '../../figures/unit-placements.query.ts';
import { Dimensions } from '../../projection/dimensions/dimensions.ts';
import { DocumentProjector } from '../../projection/documents/project-documents.ts';
import { OverdueCauseProjector } from '../../projection/overdue-causes/project-overdue-causes.ts';
import { EventProjector } from '../../projection/project-events.ts';
import {
  appendToCauseLog,
  appendToDocumentLog,
  appendToEventLog,
  createCauseLog,
  createDocumentLog,
  createEventLog,
} from '../../testing/event-log.ts';
import { createKpiDatabase, type KpiDatabase } from '../../testing/kpi-database.ts';
import { randomDossier, units, zones, type RandomDossier } from '../../testing/random-events.ts';
import { toReferenceDossier } from '../../testing/reference-history.ts';
import { toDigitizationEvent, toPublished, toPublishedCause, toPublishedDigitization } from '../../testing/to-published.ts';
import { localDays } from '../../time/local-days.ts';
import { freezePeriod } from '../freeze/freeze-period.ts';
import { comparePeriod } from './compare-period.ts';

let kpi: KpiDatabase;
let admin: Pool;
beforeAll(async () => {
  kpi = await createKpiDatabase();
  admin = new Pool({ connectionString: kpi.database.url });
  for (const create of [createEventLog, createCauseLog, createDocumentLog]) await create(admin);
});
afterAll(async () => {
  await admin.end();
  await kpi.close();
});

const MINUTE = 60_000;

/** What each log brings, recorded at one moment, and projected at once. */
async function record({ events, causes, digitizations }: RandomDossier, at: number): Promise<void> {
  const recordedAt = new Date(at).toISOString();
  const stamp = <Built extends { readonly value: string }>(built: Built): Built => ({
    ...built,
    value: JSON.stringify({ ...(JSON.parse(built.value) as object), time: recordedAt }),
  });
  const published = events
    .map((event) => stamp(toPublished(event)))
    .map((built) => ({ ...built, snapshot: { ...built.snapshot, recordedAt } }));
  await appendToEventLog(admin, published);
  await appendToCauseLog(admin, causes.map(toPublishedCause).map(stamp));
  await appendToDocumentLog(admin, digitizations.map(toPublishedDigitization).map(stamp));
  const dimensions = new Dimensions(kpi.pool);
  await inTransaction(kpi.pool, async (transaction) => {
    await new OverdueCauseProjector(dimensions, localDays).project(transaction, 0, 0, causes);
    await new DocumentProjector(dimensions, localDays).project(transaction, 0, 0, digitizations.map(toDigitizationEvent));
    const parsed = published.map(({ value }) => parseDossierEvent(value));
    await new EventProjector(dimensions, localDays).project(transaction, 0, 0, parsed);
  });
}

/** All of many dossiers at once; those of which nothing is known yet are left out. */
const together = (dossiers: readonly RandomDossier[]): RandomDossier => ({
  events: dossiers.flatMap(({ events }) => events),
  causes: dossiers.flatMap(({ causes }) => causes),
  digitizations: dossiers.flatMap(({ digitizations }) => digitizations),
});

interface Cut {
  readonly dossier: RandomDossier;
  /** Of each stream, how much of it was known when the month was closed. */
  readonly events: number;
  readonly causes: number;
  readonly digitizations: number;
}
const cutDossier: fc.Arbitrary<Cut> = fc.record({
  dossier: randomDossier,
  events: fc.nat({ max: 6 }),
  causes: fc.nat({ max: 4 }),
  digitizations: fc.nat({ max: 4 }),
});
const before = ({ dossier, events, causes, digitizations }: Cut): RandomDossier => ({
  events: dossier.events.slice(0, events),
  causes: dossier.causes.slice(0, causes),
  digitizations: dossier.digitizations.slice(0, digitizations),
});
const later = ({ dossier, events, causes, digitizations }: Cut): RandomDossier => ({
  events: dossier.events.slice(events),
  causes: dossier.causes.slice(causes),
  digitizations: dossier.digitizations.slice(digitizations),
});

/** Every number of a unit's month, by the reference that counts dossier by dossier; zones add up. */
function reference(dossiers: readonly RandomDossier[], unit: string, month: string, asOf: number): ReadonlyMap<string, number> {
  const { from, to } = toMonthPeriod(month);
  const known = dossiers.filter(({ events }) => events.length > 0).map(toReferenceDossier);
  const counts = new Map<string, number>();
  const add = (name: string, n: number): void => {
    counts.set(name, (counts.get(name) ?? 0) + n);
  };
  for (const zone of zones) {
    const figures = referenceFigures(known, { zone, from, length: to - from + 1, asOf, unit }, localDays);
    for (const [id, figure] of Object.entries(figures)) {
      if (typeof figure === 'number') add(toNumberName(id, 'value'), figure);
      else {
        add(toNumberName(id, 'numerator'), figure[0]);
        add(toNumberName(id, 'denominator'), figure[1]);
      }
    }
  }
  return counts;
}

async function close(unit: string, month: string, knownAt: number): Promise<string> {
  const id = randomUUID();
  await inTransaction(
    kpi.pool,
    async (transaction) => {
      const places = await listPlacements(transaction, unit);
      const order = { id, unit, month, tableSet: 0 as const, places, knownAt, proposedBy: 'tp-1', proposedAt: knownAt };
      await freezePeriod(transaction, { ...order, overrideReason: null, behind: [], parked: 0 }, localDays);
    },
    { isolation: 'repeatable read' },
  );
  return id;
}

const toNumbers = ({ figures }: PeriodComparison, of: 'reported' | 'nowKnown'): ReadonlyMap<string, number> =>
  new Map(figures.map(({ indicator, part, ...figure }) => [toNumberName(indicator, part), figure[of]]));

const toReasons = ({ dossiers }: Pick<PeriodComparison, 'dossiers'>): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { indicator, part, by } of dossiers.flatMap(({ events }) => events.flatMap(({ changes }) => changes))) {
    const name = toNumberName(indicator, part);
    sums.set(name, (sums.get(name) ?? 0) + by);
  }
  return sums;
};

it('of any histories, closed at any moment, what was reported and the reasons add up to what is known now', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(cutDossier, { minLength: 1, maxLength: 10 }),
      fc.constantFrom(...units),
      fc.constantFrom('2025-02', '2025-03'),
      async (cuts, unit, month) => {
        await admin.query('TRUNCATE intake.event_log, sla.event_log, digitization.event_log, kpi.fact_0, kpi.cell_0');
        const knownAt = Date.now();
        await record(together(cuts.map(before)), knownAt - MINUTE);
        const id = await close(unit, month, knownAt);
        await record(together(cuts.map(later)), knownAt + MINUTE);

        const database = toTransaction(kpi.pool);
        const stored = (await findClose(database, id))!;
        const comparison = await comparePeriod(database, stored, {
          after: undefined,
          limit: 1_000,
          now: Date.now(),
          days: localDays,
        });
        const [reported, nowKnown, reasons] = [
          toNumbers(comparison, 'reported'),
          toNumbers(comparison, 'nowKnown'),
          toReasons(comparison),
        ];
        const [then, now] = [cuts.map(before), cuts.map(({ dossier }) => dossier)].map((dossiers) =>
          reference(dossiers, unit, month, knownAt),
        );
        for (const cut of cuts) {
          const [was, is] = [before(cut), cut.dossier].map((dossier) => reference([dossier], unit, month, knownAt));
          const { dossierId } = cut.dossier.events[0]!;
          const own = toReasons({ dossiers: comparison.dossiers.filter((one) => one.dossierId === dossierId) });
          for (const name of reported.keys()) {
            const moved = (is?.get(name) ?? 0) - (was?.get(name) ?? 0);
            expect([dossierId, name, own.get(name) ?? 0]).toEqual([dossierId, name, moved]);
          }
        }
        for (const [name, count] of reported) {
          expect([name, count]).toEqual([name, then!.get(name)]);
          expect([name, count + (reasons.get(name) ?? 0)]).toEqual([name, now!.get(name)]);
          expect([name, nowKnown.get(name)]).toEqual([name, now!.get(name)]);
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
}, 240_000);
