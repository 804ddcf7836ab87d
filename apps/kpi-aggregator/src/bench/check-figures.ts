import { referenceFigures, type ReferenceDossier } from '@motcua/indicators/testing';
import { toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { readBoardRows } from '../board/read-board.ts';
import { parseDossierEvent } from '../events/dossier-event.ts';
import { listPlacements } from '../figures/unit-placements.query.ts';
import { localDays, toDayNumber } from '../time/local-days.ts';
import type { BenchEvent } from './bench-events.ts';
import type { EnrichmentEvents } from './enrichment-events.ts';

/**
 * Whether every figure of a sample of units equals the formulas, applied to the dossiers one by one: a fast projection that is
 * wrong is worth nothing.
 */
export async function areFiguresExact(pool: Pool, events: readonly BenchEvent[], side?: EnrichmentEvents): Promise<boolean> {
  const dossiers = toDossiers(events, side);
  const period = { from: toDayNumber('2022-01-05'), to: toDayNumber('2022-12-31') };
  const database = toTransaction(pool);
  for (const unit of ['province', 'district-1', 'commune-0-3']) {
    for (const asOf of [Date.UTC(2022, 0, 20, 5), Date.UTC(2023, 0, 1)]) {
      const rows = await readBoardRows(
        database,
        await listPlacements(database, unit),
        { unit, period, by: null, asOf },
        localDays,
      );
      const view = { zone: 'Asia/Ho_Chi_Minh', unit, from: period.from, length: period.to - period.from + 1, asOf };
      const expected = referenceFigures(dossiers, view, localDays);
      if (!isEqual(rows[0]?.indicators ?? {}, expected)) return false;
    }
  }
  return true;
}

/** Of each dossier its last event, and what the other streams say of it: in the bench nothing is reassigned. */
function toDossiers(events: readonly BenchEvent[], side: EnrichmentEvents | undefined): readonly ReferenceDossier[] {
  const last = new Map(events.map(({ key, value }) => [key, value]));
  return [...last.values()].map((value) => {
    const { dossierId, state, responsibleUnit } = parseDossierEvent(value);
    const overdueSince = side?.overdueSince.get(dossierId);
    return {
      state,
      history: [{ ...responsibleUnit, from: null }],
      overdueCause: overdueSince === undefined ? null : { cause: 'real', overdueSince },
      documents: side?.documentsOf.get(dossierId) ?? null,
    };
  });
}

type Served = Awaited<ReturnType<typeof readBoardRows>>[number]['indicators'];

const isEqual = (served: Served, expected: ReturnType<typeof referenceFigures>): boolean =>
  Object.entries(expected).every(([id, wanted]) => {
    const figure = served[id];
    return Array.isArray(wanted) ? figure?.numerator === wanted[0] && figure.denominator === wanted[1] : figure?.value === wanted;
  });
