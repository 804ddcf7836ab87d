import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Responsibility } from '@motcua/indicators';
import type { ReferenceDossier } from '@motcua/indicators/testing';
import { toTransaction } from '@motcua/postgres';
import { nothingHandled, toIi06 } from '@motcua/report';
import fc from 'fast-check';
import { countCounted } from '../../board/dossiers/list-counted.query.ts';
import { listPlacements } from '../../figures/unit-placements.query.ts';
import { createKpiDatabase, type KpiDatabase } from '../../testing/kpi-database.ts';
import { projectLog } from '../../testing/project-log.ts';
import {
  FIRST_DAY,
  LAST_DAY,
  randomDossier,
  randomInstant,
  responsibleUnits,
  units,
  type RandomDossier,
} from '../../testing/random-events.ts';
import { recountHandling } from '../../testing/reference-handling.ts';
import { toReferenceDossier } from '../../testing/reference-history.ts';
import { localDays } from '../../time/local-days.ts';
import { toHandedOverFacts } from '../handovers/handed-over-facts.ts';
import { readHandling, toFactKey, type HandlingGrouping } from './read-handling.ts';

let kpi: KpiDatabase;
beforeAll(async () => {
  kpi = await createKpiDatabase();
});
afterAll(() => kpi.close());

const view = fc.record({
  unit: fc.constantFrom(...units),
  from: fc.integer({ min: FIRST_DAY - 1, max: LAST_DAY }),
  length: fc.integer({ min: 1, max: 16 }),
  asOf: randomInstant,
});

/** One that was received and then handed on by every event, each later than the one before: else most moves are taken back by a later event. */
const movedDossier = fc
  .tuple(randomDossier, fc.array(fc.constantFrom(...responsibleUnits), { minLength: 6, maxLength: 6 }), fc.boolean())
  .map(([dossier, holders, isOpen]): RandomDossier => {
    const moments = dossier.events.map(({ occurredAt }) => occurredAt).toSorted((one, other) => one - other);
    const { state: last } = dossier.events.at(-1)!;
    const state = { ...last, receivedAt: moments[0]!, endedAt: isOpen ? null : last.endedAt };
    const events = dossier.events.map(({ takesBack: _, ...event }, index) => ({
      ...{ ...event, state, responsibleUnit: holders[index]!, occurredAt: moments[index]! },
      ...{ moves: index > 0, movesBack: false },
    }));
    return { ...dossier, events };
  });

/** The row of a report of `unit` that whoever is responsible counts in. */
const rowOf =
  (unit: string, by: HandlingGrouping | null) =>
  ({ path, kind }: Responsibility, { state }: ReferenceDossier): string | undefined => {
    const at = path.indexOf(unit);
    if (at < 0) return undefined;
    if (by === 'unit') return path[at + 1] ?? unit;
    if (by === 'level') return kind;
    return by === 'field' ? state.field : unit;
  };

describe('the figures of a report', () => {
  it('are those of a recount by hand, in every row, and keep every identity across hand-overs', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(randomDossier, movedDossier, movedDossier), { minLength: 4, maxLength: 14 }),
        fc.array(view, { minLength: 2, maxLength: 3 }),
        async (dossiers, views) => {
          await projectLog(kpi.pool, 0, dossiers);
          const database = toTransaction(kpi.pool);
          const history = dossiers.map(toReferenceDossier);
          for (const { unit, from, length, asOf } of views) {
            const period = { from, to: from + length - 1 };
            const places = await listPlacements(database, unit);
            const read = (by: HandlingGrouping | null) => readHandling(database, places, { unit, period, by, asOf }, localDays);
            const total = (await read(null))[0]?.counts ?? nothingHandled;
            for (const by of ['field', 'unit', 'level'] as const) {
              const rows = await read(by);
              const wanted = recountHandling(history, { ...period, asOf, rowOf: rowOf(unit, by) }, localDays);
              expect([by, new Map(rows.map(({ key, counts }) => [key, counts]))]).toEqual([by, wanted]);
              expect(toIi06(rows, total)).not.toHaveProperty('refused');
              for (const { key, counts } of rows)
                for (const [direction, count] of [
                  ['in', counts.handedIn],
                  ['out', counts.handedOut],
                ] as const) {
                  const query = { unit, places, factKey: toFactKey(by), period, asOf, key, direction };
                  expect(await countCounted(database, 0, toHandedOverFacts(query, 0, localDays))).toBe(count);
                  moved += count;
                }
            }
            const whole = recountHandling(history, { ...period, asOf, rowOf: rowOf(unit, null) }, localDays);
            expect(total).toEqual(whole.get(unit) ?? nothingHandled);
          }
        },
      ),
      { numRuns: 12 },
    );
    expect(moved).toBeGreaterThan(20);
  }, 240_000);
});
