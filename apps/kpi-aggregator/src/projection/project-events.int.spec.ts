import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicators } from '@motcua/indicators';
import { referenceFigures } from '@motcua/indicators/testing';
import { inTransaction, toTransaction } from '@motcua/postgres';
import fc from 'fast-check';
import { readBoardRows } from '../board/read-board.ts';
import { toCountedFacts } from '../dossiers/counted-facts.ts';
import { listCounted } from '../dossiers/list-counted.query.ts';
import type { DossierEvent } from '../events/dossier-event.ts';
import { listPlaces } from '../figures/unit-places.query.ts';
import { createKpiDatabase, type KpiDatabase } from '../testing/kpi-database.ts';
import { FIRST_DAY, LAST_DAY, randomDossierEvents, randomInstant, shuffleLog, units, zones } from '../testing/random-events.ts';
import { toReferenceDossier } from '../testing/reference-history.ts';
import { localDays } from '../time/local-days.ts';
import { Dictionary } from './dictionary/dictionary.ts';
import { EventProjector } from './project-events.ts';
import type { Slot } from './slot.ts';

let kpi: KpiDatabase;
beforeAll(async () => {
  kpi = await createKpiDatabase();
});
afterAll(() => kpi.close());

const history = fc.array(randomDossierEvents, { minLength: 1, maxLength: 10 });
const view = fc
  .record({
    unit: fc.constantFrom(...units),
    from: fc.integer({ min: FIRST_DAY - 1, max: LAST_DAY }),
    length: fc.integer({ min: 1, max: 16 }),
    asOf: randomInstant,
  })
  .map(({ length, ...rest }) => ({ ...rest, length }));
const log = fc.record({
  dossiers: history,
  picks: fc.array(fc.nat(100), { minLength: 1, maxLength: 30 }),
  batch: fc.integer({ min: 1, max: 12 }),
  views: fc.array(view, { minLength: 3, maxLength: 4 }),
});

async function project(slot: Slot, events: readonly DossierEvent[], batch: number): Promise<void> {
  const projector = new EventProjector(new Dictionary(kpi.pool), localDays);
  for (let at = 0; at < events.length; at += batch) {
    const part = events.slice(at, at + batch);
    await inTransaction(kpi.pool, (transaction) => projector.project(transaction, slot, at % 3, part));
  }
}

async function empty(): Promise<void> {
  await kpi.pool.query('TRUNCATE kpi.fact_0, kpi.fact_1, kpi.cell_0, kpi.cell_1');
}

const cellsOf = async (slot: Slot): Promise<unknown[]> => {
  const { rows } = await kpi.pool.query<Record<string, unknown>>(
    `SELECT line, grain, bucket, sum(received) AS received, sum(finished) AS finished, sum(open) AS open, sum(overdue_766) AS overdue_766,
       sum(overdue_date) AS overdue_date, sum(finished_late_day) AS late_day, sum(open_no_due) AS open_no_due
     FROM kpi.cell_${slot} GROUP BY 1, 2, 3 HAVING sum(received) <> 0 OR sum(finished) <> 0 OR sum(open) <> 0 OR sum(overdue_766) <> 0
       OR sum(overdue_date) <> 0 OR sum(finished_late_day) <> 0 OR sum(open_no_due) <> 0 ORDER BY 1, 2, 3`,
  );
  return rows;
};
const factsOf = async (slot: Slot): Promise<unknown[]> =>
  (await kpi.pool.query<Record<string, unknown>>(`SELECT * FROM kpi.fact_${slot} ORDER BY dossier_id, span`)).rows;

type Figures = Record<string, number | [number, number]>;

const addFigures = (one: Figures, other: Figures): Figures =>
  Object.fromEntries(
    Object.entries(one).map(([id, value]) => {
      const more = other[id] ?? 0;
      return [
        id,
        Array.isArray(value) && Array.isArray(more) ? [value[0] + more[0], value[1] + more[1]] : Number(value) + Number(more),
      ];
    }),
  );

/** Zones have days of their own; a unit's figure is the sum over them. */
const expectedFigures = (
  dossiers: readonly (readonly DossierEvent[])[],
  it: { unit: string; from: number; length: number; asOf: number },
): Figures =>
  zones
    .map((zone) => referenceFigures(dossiers.map(toReferenceDossier), { ...it, zone }, localDays) as Figures)
    .reduce(addFigures);

describe('the projection', () => {
  it('answers every figure of any unit, period and moment as the formulas say, and lists as many dossiers', async () => {
    await fc.assert(
      fc.asyncProperty(log, async ({ dossiers, picks, batch, views }) => {
        await empty();
        await project(0, shuffleLog(dossiers, picks), batch);
        for (const { unit, from, length, asOf } of views) {
          const period = { from, to: from + length - 1 };
          const database = toTransaction(kpi.pool);
          const places = await listPlaces(database, unit);
          const [row] = await readBoardRows(database, places, { unit, period, by: null, asOf }, localDays);
          const figures = Object.entries(row?.indicators ?? {}).map(([id, { numerator, denominator, value }]) => [
            id,
            numerator === null ? value : [numerator, denominator],
          ]);
          expect(Object.fromEntries(figures)).toEqual(expectedFigures(dossiers, { unit, from, length, asOf }));

          const parts = indicators.flatMap((indicator) =>
            indicator.kind === 'rate'
              ? [
                  { part: indicator.numerator, wanted: row?.indicators[indicator.id]?.numerator },
                  { part: indicator.denominator, wanted: row?.indicators[indicator.id]?.denominator },
                ]
              : [{ part: indicator.counted, wanted: row?.indicators[indicator.id]?.value }],
          );
          for (const { part, wanted } of parts) {
            const condition = toCountedFacts({ unit, period, asOf, part, row: null }, places, localDays);
            const list = await listCounted(database, 0, condition, { after: undefined, limit: 500 });
            expect(list.dossiers).toHaveLength(wanted ?? NaN);
          }
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('adds up rows to the whole, and each row opens to as many dossiers', async () => {
    await fc.assert(
      fc.asyncProperty(log, async ({ dossiers, picks, batch, views }) => {
        await empty();
        await project(0, shuffleLog(dossiers, picks), batch);
        const database = toTransaction(kpi.pool);
        for (const { unit, from, length, asOf } of views.slice(0, 2)) {
          const period = { from, to: from + length - 1 };
          const places = await listPlaces(database, unit);
          const [whole] = await readBoardRows(database, places, { unit, period, by: null, asOf }, localDays);
          for (const by of ['unit', 'level', 'procedure', 'field', 'channel'] as const) {
            const rows = await readBoardRows(database, places, { unit, period, by, asOf }, localDays);
            const sum = (id: string): number => rows.reduce((total, it) => total + (it.indicators[id]?.value ?? 0), 0);
            expect([by, sum('received'), sum('open')]).toEqual([
              by,
              whole?.indicators['received']?.value,
              whole?.indicators['open']?.value,
            ]);
            for (const row of rows) {
              const part = [
                { of: 'finished', except: 'finishedLate766' },
                { of: 'open', except: 'overdue766' },
              ] as const;
              const condition = toCountedFacts({ unit, period, asOf, part, row: { by, key: row.key } }, places, localDays);
              const list = await listCounted(database, 0, condition, { after: undefined, limit: 500 });
              expect([by, row.key, list.dossiers.length]).toEqual([by, row.key, row.indicators['on-time.766']?.numerator]);
            }
          }
        }
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  it('leaves the same rows whatever is delivered twice, split or mixed', async () => {
    await fc.assert(
      fc.asyncProperty(log, async ({ dossiers, picks, batch }) => {
        await empty();
        await project(0, shuffleLog(dossiers, picks), batch);
        await project(1, dossiers.flat(), 1_000);
        expect(await factsOf(0)).toEqual(await factsOf(1));
        expect(await cellsOf(0)).toEqual(await cellsOf(1));
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
