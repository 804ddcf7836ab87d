import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardGrouping } from '@motcua/contracts';
import { indicators, type Part, type Responsibility } from '@motcua/indicators';
import { referenceFigures } from '@motcua/indicators/testing';
import { createOrganisation, type Unit } from '@motcua/organisation';
import { toTransaction } from '@motcua/postgres';
import fc from 'fast-check';
import { toCountedFactRows } from '../board/dossiers/counted-facts.ts';
import { listCounted } from '../board/dossiers/list-counted.query.ts';
import { readBoardRows, type BoardQuery, type BoardRow } from '../board/read-board.ts';
import { listAllPlacements, listPlacements } from '../figures/unit-placements.query.ts';
import { createKpiDatabase, type KpiDatabase } from '../testing/kpi-database.ts';
import { zones, type RandomDossier } from '../testing/random-events.ts';
import { projectLog, randomLog } from '../testing/random-log.ts';
import { toReferenceDossier } from '../testing/reference-history.ts';
import { localDays } from '../time/local-days.ts';
import { listMoved } from './list-moved.ts';

let kpi: KpiDatabase;
beforeAll(async () => {
  kpi = await createKpiDatabase();
});
afterAll(() => kpi.close());

const unit = (code: string, parent: string | null, more: Partial<Unit> = {}): Unit => ({
  code,
  name: { vi: code },
  kind: 'commune',
  parent,
  validFrom: '2020-01-01',
  validTo: null,
  predecessors: [],
  ...more,
});
const ended = { validTo: '2025-06-30' } as const;
const begun = { validFrom: '2025-07-01' } as const;
/** Of the tree that random dossiers lie in everything ends but the root; the district's other fields have nobody. */
const organisation = createOrganisation([
  unit('root', null, { kind: 'province' }),
  unit('a', 'root', { ...ended, kind: 'district-office', successors: [{ unit: 'n', field: 'f' }] }),
  unit('a1', 'a', { ...ended, successors: [{ unit: 'n' }] }),
  unit('a2', 'a', { ...ended, successors: [{ unit: 'n', field: 'f' }, { unit: 'm' }] }),
  unit('b', 'root', ended),
  unit('b1', 'b', ended),
  unit('b1', 'root', begun),
  unit('n', 'root', begun),
  unit('m', 'root', begun),
]);
const unitsAfter = ['root', 'n', 'm', 'b1', 'a'] as const;

/** The same once more, as a person would write it down: by unit and field, who has it since. */
const whoHasIt: Readonly<Record<string, (field: string) => readonly string[] | undefined>> = {
  a: (field) => (field === 'f' ? ['root', 'n'] : undefined),
  a1: () => ['root', 'n'],
  a2: (field) => (field === 'f' ? ['root', 'n'] : ['root', 'm']),
  b1: () => ['root', 'b1'],
};
const asIs = (held: Responsibility, field: string): Responsibility => {
  const path = whoHasIt[held.unit]?.(field);
  return path === undefined ? held : { ...held, unit: path.at(-1) ?? '', path, kind: 'commune' };
};

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

/** The formulas over dossiers of which everybody who was responsible is who has it now: nothing of cells, flows and placements. */
const expected = (dossiers: readonly RandomDossier[], view: Omit<Parameters<typeof referenceFigures>[1], 'zone'>): Figures => {
  const under = dossiers.map(toReferenceDossier).map(({ history, ...dossier }) => ({
    ...dossier,
    history: history.map((held) => asIs(held, dossier.state.field)),
  }));
  return zones.map((zone) => referenceFigures(under, { ...view, zone }, localDays) as Figures).reduce(addFigures);
};

const toFigures = (row: BoardRow | undefined): Figures =>
  Object.fromEntries(
    Object.entries(row?.indicators ?? {}).map(([id, { numerator, denominator, value }]) => [
      id,
      numerator === null ? Number(value) : [numerator, Number(denominator)],
    ]),
  );

async function read(query: Omit<BoardQuery, 'moved'>, date: string | null) {
  const database = toTransaction(kpi.pool);
  const moved = date === null ? [] : listMoved(await listAllPlacements(database), organisation, date);
  const places = await listPlacements(database, query.unit);
  const rows = await readBoardRows(database, places, { ...query, moved }, localDays);
  const list = async (part: Part, row: { by: BoardGrouping; key: string } | null): Promise<number> => {
    const { unit: code, period, asOf } = query;
    const condition = toCountedFactRows({ unit: code, period, asOf, part, row, moved }, places, localDays);
    return (await listCounted(database, 0, condition, { after: undefined, limit: 500, asOf })).dossiers.length;
  };
  return { rows, list };
}

const AFTER = '2025-07-01';
const property = fc.tuple(randomLog, fc.constantFrom(...unitsAfter));
const prepare = async ({
  dossiers,
  picks,
  batch,
}: {
  dossiers: readonly RandomDossier[];
  picks: readonly number[];
  batch: number;
}) => {
  await kpi.pool.query('TRUNCATE kpi.fact_0, kpi.fact_1, kpi.cell_0, kpi.cell_1');
  await projectLog(kpi.pool, 0, dossiers, picks, batch);
};
const valueOf = (rows: readonly BoardRow[], id: string): number =>
  rows.reduce((sum, { indicators: { [id]: figure } }) => sum + (figure?.value ?? 0), 0);

describe('figures under the organisation of a day', () => {
  it('equal the formulas over dossiers of which everybody who was responsible is who has it now', async () => {
    await fc.assert(
      fc.asyncProperty(property, async ([log, code]) => {
        await prepare(log);
        for (const { from, length, asOf } of log.views.slice(0, 2)) {
          const period = { from, to: from + length - 1 };
          const { rows, list } = await read({ unit: code, period, by: null, asOf }, AFTER);
          expect(toFigures(rows[0])).toEqual(expected(log.dossiers, { unit: code, from, length, asOf }));
          for (const indicator of indicators) {
            const part = indicator.kind === 'rate' ? indicator.denominator : indicator.counted;
            const figure = rows[0]?.indicators[indicator.id];
            expect([indicator.id, await list(part, null)]).toEqual([indicator.id, figure?.denominator ?? figure?.value]);
          }
        }
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('add up to the whole by every grouping, and each row opens to as many dossiers', async () => {
    await fc.assert(
      fc.asyncProperty(property, async ([log, code]) => {
        await prepare(log);
        const [view] = log.views;
        if (view === undefined) return;
        const { from, length, asOf } = view;
        const period = { from, to: from + length - 1 };
        const whole = await read({ unit: code, period, by: null, asOf }, AFTER);
        for (const by of BoardGrouping.exclude(['month', 'day']).options) {
          const { rows, list } = await read({ unit: code, period, by, asOf }, AFTER);
          expect([by, valueOf(rows, 'received'), valueOf(rows, 'open'), valueOf(rows, 'finished')]).toEqual([
            by,
            ...['received', 'open', 'finished'].map((id) => valueOf(whole.rows, id)),
          ]);
          for (const { key, indicators: figures } of rows) {
            const open = await list([{ of: 'open' }], { by, key });
            expect([by, key, open]).toEqual([by, key, figures['open']?.value]);
          }
        }
        const days = await read({ unit: code, period, by: 'day', asOf }, AFTER);
        expect(valueOf(days.rows, 'received')).toBe(valueOf(whole.rows, 'received'));
      }),
      { numRuns: 5 },
    );
  }, 120_000);

  it('agree with those as they were: the same whole, shared out among other units', async () => {
    await fc.assert(
      fc.asyncProperty(randomLog, async (log) => {
        await prepare(log);
        for (const { from, length, asOf } of log.views) {
          const query = { unit: 'root', period: { from, to: from + length - 1 }, asOf };
          const [asWas, asOfThen, now] = [
            await read({ ...query, by: 'unit' }, null),
            await read({ ...query, by: 'unit' }, '2025-06-30'),
            await read({ ...query, by: 'unit' }, AFTER),
          ];
          // Before the day of the reform nobody goes on with anybody, and only what moved within the tree lies where it lay then.
          for (const id of ['received', 'finished', 'open'])
            expect([id, valueOf(asOfThen.rows, id), valueOf(now.rows, id)]).toEqual([
              id,
              valueOf(asWas.rows, id),
              valueOf(asWas.rows, id),
            ]);
          expect(now.rows.every(({ key }) => ['root', 'n', 'm', 'b1', 'a', 'b'].includes(key))).toBe(true);
        }
      }),
      { numRuns: 5 },
    );
  }, 120_000);
});
