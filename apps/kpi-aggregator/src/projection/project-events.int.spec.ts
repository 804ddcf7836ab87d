import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicators, type Part } from '@motcua/indicators';
import { referenceFigures } from '@motcua/indicators/testing';
import { toTransaction } from '@motcua/postgres';
import { BoardGrouping, type DossierLine } from '@motcua/contracts';
import fc from 'fast-check';
import { toCountedFactRows } from '../board/dossiers/counted-facts.ts';
import { listCounted, type PagePosition } from '../board/dossiers/list-counted.query.ts';
import { readBoardRows, type BoardRow } from '../board/read-board.ts';
import { listPlacements, zonesOf } from '../figures/unit-placements.query.ts';
import { createKpiDatabase, type KpiDatabase } from '../testing/kpi-database.ts';
import { zones, type RandomDossier } from '../testing/random-events.ts';
import { projectLog, randomLog as log } from '../testing/random-log.ts';
import { toReferenceDossier } from '../testing/reference-history.ts';
import { cellsOf, factsOf } from '../testing/table-rows.ts';
import { localDays } from '../time/local-days.ts';

let kpi: KpiDatabase;
beforeAll(async () => {
  kpi = await createKpiDatabase();
});
afterAll(() => kpi.close());

const project = (...given: Parameters<typeof projectLog> extends [unknown, ...infer Rest] ? Rest : never): Promise<void> =>
  projectLog(kpi.pool, ...given);

async function empty(): Promise<void> {
  await kpi.pool.query('TRUNCATE kpi.fact_0, kpi.fact_1, kpi.cell_0, kpi.cell_1');
}

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

/** A list of dossiers that a figure opens to, and how many it says there are. */
interface OpenedPart {
  readonly part: Part;
  readonly without?: Part;
  readonly wanted: number | null | undefined;
}

const restOf = (rate: BoardRow['indicators'][string] | undefined): number =>
  (rate?.denominator ?? NaN) - (rate?.numerator ?? NaN);

const digitizedParts = indicators.filter(({ id }) => id.startsWith('digitized.')).map(({ id }) => id);

/** Numerators and denominators of some rates over rows. */
const addUp = (rows: readonly BoardRow[], ids: readonly string[]): unknown =>
  ids.map((id) => {
    const figures = rows.flatMap((row) => row.indicators[id] ?? []);
    const sum = (part: 'numerator' | 'denominator'): number => figures.reduce((total, figure) => total + (figure[part] ?? 0), 0);
    return [id, sum('numerator'), sum('denominator')];
  });

/** Zones have days of their own; a unit's figure is the sum over them. */
const expectedFigures = (
  dossiers: readonly RandomDossier[],
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
        await project(0, dossiers, picks, batch);
        for (const { unit, from, length, asOf } of views) {
          const period = { from, to: from + length - 1 };
          const database = toTransaction(kpi.pool);
          const placements = await listPlacements(database, unit);
          const [row] = await readBoardRows(database, placements, { unit, period, by: null, asOf }, localDays);
          const figures = Object.entries(row?.indicators ?? {}).map(([id, { numerator, denominator, value }]) => [
            id,
            numerator === null ? value : [numerator, denominator],
          ]);
          expect(Object.fromEntries(figures)).toEqual(expectedFigures(dossiers, { unit, from, length, asOf }));

          const parts: readonly OpenedPart[] = indicators.flatMap((indicator): OpenedPart[] =>
            indicator.kind === 'rate'
              ? [
                  { part: indicator.numerator, wanted: row?.indicators[indicator.id]?.numerator },
                  { part: indicator.denominator, wanted: row?.indicators[indicator.id]?.denominator },
                  {
                    part: indicator.denominator,
                    without: indicator.numerator,
                    wanted: restOf(row?.indicators[indicator.id]),
                  },
                ]
              : [{ part: indicator.counted, wanted: row?.indicators[indicator.id]?.value }],
          );
          for (const { part, without, wanted } of parts) {
            const condition = toCountedFactRows({ unit, period, asOf, part, without, row: null }, placements, localDays);
            const list = await listCounted(database, 0, condition, { after: undefined, limit: 500, asOf });
            expect(list.dossiers).toHaveLength(wanted ?? NaN);
          }
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('lists page by page what there is, each dossier once, and last what was not received yet', async () => {
    await fc.assert(
      fc.asyncProperty(log, fc.integer({ min: 1, max: 4 }), async ({ dossiers, picks, batch }, limit) => {
        await empty();
        await project(0, dossiers, picks, batch);
        const list = (after: PagePosition | undefined, most: number) =>
          listCounted(toTransaction(kpi.pool), 0, { sql: 'f.is_last', parameters: [] }, { after, limit: most, asOf: 0 });
        const whole = (await list(undefined, 500)).dossiers;
        const walked: DossierLine[] = [];
        for (let after: PagePosition | undefined | null; after !== null && walked.length <= whole.length;) {
          const page = await list(after, limit);
          walked.push(...page.dossiers);
          after = page.next;
        }
        expect(walked).toEqual(whole);
        const received = whole.map(({ receivedAt }) => receivedAt ?? '9999');
        expect(received).toEqual(received.toSorted());
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  it('adds up rows to the whole, and each row opens to as many dossiers', async () => {
    await fc.assert(
      fc.asyncProperty(log, async ({ dossiers, picks, batch, views }) => {
        await empty();
        await project(0, dossiers, picks, batch);
        const database = toTransaction(kpi.pool);
        for (const { unit, from, length, asOf } of views.slice(0, 2)) {
          const period = { from, to: from + length - 1 };
          const placements = await listPlacements(database, unit);
          const [whole] = await readBoardRows(database, placements, { unit, period, by: null, asOf }, localDays);
          for (const by of BoardGrouping.exclude(['month', 'day']).options) {
            const rows = await readBoardRows(database, placements, { unit, period, by, asOf }, localDays);
            const sum = (id: string): number => rows.reduce((total, it) => total + (it.indicators[id]?.value ?? 0), 0);
            expect([by, sum('received'), sum('open'), sum('overdue.by-cause'), addUp(rows, digitizedParts)]).toEqual([
              by,
              whole?.indicators['received']?.value,
              whole?.indicators['open']?.value,
              whole?.indicators['overdue.by-cause']?.value,
              addUp(whole === undefined ? [] : [whole], digitizedParts),
            ]);
            for (const row of rows) {
              const part = [
                { of: 'finished', except: 'finishedLate766' },
                { of: 'open', except: 'overdue766' },
              ] as const;
              const condition = toCountedFactRows({ unit, period, asOf, part, row: { by, key: row.key } }, placements, localDays);
              const list = await listCounted(database, 0, condition, { after: undefined, limit: 500, asOf });
              expect([by, row.key, list.dossiers.length]).toEqual([by, row.key, row.indicators['on-time.766']?.numerator]);
            }
          }
        }
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  it('counts each day as the period of that day alone, and opens it to as many dossiers', async () => {
    await fc.assert(
      fc.asyncProperty(log, async ({ dossiers, picks, batch, views }) => {
        await empty();
        await project(0, dossiers, picks, batch);
        const database = toTransaction(kpi.pool);
        for (const { unit, from, length, asOf } of views.slice(0, 2)) {
          const period = { from, to: from + length - 1 };
          const placements = await listPlacements(database, unit);
          const rows = await readBoardRows(database, placements, { unit, period, by: 'day', asOf }, localDays);
          const byKey = new Map(rows.map(({ key, indicators: figures }) => [key, figures]));
          for (let day = from; day <= period.to; day += 1) {
            if (!zonesOf(placements).some((zone) => localDays.startOf(zone, day) <= asOf)) continue;
            const key = new Date(day * 86_400_000).toISOString().slice(0, 10);
            const alone = { unit, period: { from: day, to: day }, asOf };
            const [whole] = await readBoardRows(database, placements, { ...alone, by: null }, localDays);
            for (const id of ['received', 'open.overdue'])
              expect([key, id, byKey.get(key)?.[id]?.value ?? 0]).toEqual([key, id, whole?.indicators[id]?.value]);
            const part = [{ of: 'received' }] as const;
            const condition = toCountedFactRows({ unit, period, asOf, part, row: { by: 'day', key } }, placements, localDays);
            const list = await listCounted(database, 0, condition, { after: undefined, limit: 500, asOf });
            expect([key, list.dossiers.length]).toEqual([key, byKey.get(key)?.['received']?.value ?? 0]);
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
        await project(0, dossiers, picks, batch);
        await project(1, dossiers, [0], 1_000);
        expect(await factsOf(kpi.pool, 0)).toEqual(await factsOf(kpi.pool, 1));
        expect(await cellsOf(kpi.pool, 0)).toEqual(await cellsOf(kpi.pool, 1));
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
