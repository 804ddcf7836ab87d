import type { PeriodComparison } from '@motcua/contracts';
import type { LocalDays } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { toSummary, type StoredClose } from '../../closes/close-row.ts';
import { toCountedIntervals } from '../../closes/counted-intervals.ts';
import type { Behind } from '../../closes/frozen-copy.query.ts';
import { parseNumberName } from '../../closes/frozen-numbers.ts';
import { toMonthPeriod } from '../../closes/month-period.ts';
import { listPlacements } from '../../figures/unit-placements.query.ts';
import { getActiveTableSet } from '../../projection/table-set.ts';
import { findBesideLogs } from '../../verify/logs/find-beside-logs.ts';
import { compareNumbers, countChanged, listChanged } from './compare-numbers.query.ts';
import { explainChanges, type CountedVersions } from './explain-changes.ts';
import { readDossierLogs, type RecordedEvent } from './read-dossier-logs.ts';

export interface ComparisonRequest {
  readonly after: string | undefined;
  readonly limit: number;
  readonly now: number;
  readonly days: LocalDays;
}

/** A closed month as reported and as now known, and which later event of which dossier makes the difference; all of one snapshot. */
export async function comparePeriod(
  database: Queryable,
  close: StoredClose,
  { after, limit, now, days }: ComparisonRequest,
): Promise<PeriodComparison> {
  const tableSet = await getActiveTableSet(database);
  const places = await listPlacements(database, close.unit);
  const [period, asOf] = [toMonthPeriod(close.month), close.asOf.getTime()];
  const counted = toCountedIntervals({ tableSet, places, period, asOf }, days);
  const figures = await compareNumbers(database, close, counted);
  const page = await listChanged(database, close, { counted, tableSet, after, limit });
  const ids = page.map(({ dossierId }) => dossierId);
  const logs = await readDossierLogs(database, await findBesideLogs(database), ids);
  const frozen = await findCountedVersions(database, close, ids);
  const dossiers = page.map((dossier) => {
    const events = logs.get(dossier.dossierId) ?? [];
    const then = frozen.get(dossier.dossierId) ?? toVersionsAt(events, close.knownAt.getTime());
    const explained = explainChanges(events, then, dossier, { unit: close.unit, period, asOf, days });
    return { dossierId: dossier.dossierId, code: dossier.code, events: [...explained] };
  });
  return {
    close: toSummary(close),
    nowKnownAt: new Date(now).toISOString(),
    figures: figures.map(({ name, reported, nowKnown }) => ({ ...parseNumberName(name), reported, nowKnown })),
    changedDossiers: await countChanged(database, close, counted),
    dossiers,
    next: page.length < limit ? null : (ids.at(-1) ?? null),
  };
}

/** Of which dossiers it is written down what was counted: those that were, and those of which not everything was. */
async function findCountedVersions(
  database: Queryable,
  close: StoredClose,
  dossiers: readonly string[],
): Promise<ReadonlyMap<string, CountedVersions>> {
  const rows = await database.query<Behind & Record<string, unknown>>(
    `SELECT DISTINCT dossier_id AS "dossierId", version, judgement, digitization_version AS "digitizationVersion" FROM kpi.frozen_dossier
     WHERE close_id = $1 AND dossier_id = ANY($2::uuid[])
     UNION SELECT dossier_id, version, judgement, digitization_version FROM kpi.period_behind WHERE close_id = $1 AND dossier_id = ANY($2::uuid[])`,
    [close.id, dossiers],
  );
  return new Map(rows.map((row) => [row.dossierId, row]));
}

/** Whatever had been recorded by then. */
function toVersionsAt(events: readonly RecordedEvent[], knownAt: number): CountedVersions {
  const newest = (stream: RecordedEvent['stream']): number =>
    Math.max(
      0,
      ...events.filter((event) => event.stream === stream && event.recordedAt <= knownAt).map(({ version }) => version),
    );
  return { version: newest('dossier'), judgement: newest('overdue-cause'), digitizationVersion: newest('documents') };
}
