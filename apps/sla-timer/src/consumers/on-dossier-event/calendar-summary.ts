import type { Transaction } from '@motcua/kafka';
import { toCalendarChangedEvent, type EventRow } from '../../outbox/sla-events.ts';
import type { ConsumedEvent } from '../../dossiers/dossier-event.ts';

/** Dossiers of a unit that a new version of the calendar moved, counted. */
interface Counted {
  readonly unit: string;
  readonly calendarId: string;
  readonly calendarVersion: number;
  readonly path: readonly string[];
  readonly timeZone: string;
  readonly expected: number;
  readonly earlier: number;
  readonly later: number;
  readonly dossiers: number;
}

interface Row {
  readonly unit: string;
  readonly calendar_id: string;
  readonly calendar_version: number;
  readonly path: string[];
  readonly time_zone: string;
  readonly earlier: number;
  readonly later: number;
  readonly dossiers: number;
}

/** How long nothing more must come before an incomplete summary is published as it is. */
const QUIET = '5 minutes';

const count = `
INSERT INTO sla.calendar_summary AS summary
  (unit, calendar_id, calendar_version, path, time_zone, expected, earlier, later, dossiers, counted_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp())
ON CONFLICT (unit, calendar_id, calendar_version) DO UPDATE SET expected = greatest(summary.expected, excluded.expected),
  earlier = summary.earlier + excluded.earlier, later = summary.later + excluded.later,
  dossiers = summary.dossiers + excluded.dossiers, counted_at = excluded.counted_at`;

/** Whoever marks it publishes it: of two who find it complete, the row lets one. */
const takeSummaries = (condition: string): string => `
UPDATE sla.calendar_summary SET told_at = sla.clock_now() WHERE told_at IS NULL AND ${condition}
RETURNING unit, calendar_id, calendar_version, path, time_zone, earlier, later, dossiers`;
const takeComplete = takeSummaries('(unit, calendar_id, calendar_version) = ($1, $2, $3) AND dossiers >= expected');
const takeQuiet = takeSummaries(`counted_at < clock_timestamp() - interval '${QUIET}'`);

/** Counts re-dated dossiers by unit; answers the summary of each unit that is complete with them, once. */
export async function countRedated(transaction: Transaction, events: readonly ConsumedEvent[], now: number): Promise<EventRow[]> {
  const summaries: EventRow[] = [];
  // In sorted order: other partitions count the same units.
  for (const counted of sumUp(events)) {
    const { unit, calendarId, calendarVersion, path, timeZone, expected, earlier, later, dossiers } = counted;
    const key = [unit, calendarId, calendarVersion];
    await transaction.query(count, [...key, path, timeZone, expected, earlier, later, dossiers]);
    summaries.push(...(await transaction.query<Row>(takeComplete, key)).map((row) => toEvent(row, now)));
  }
  return summaries;
}

/** Summaries that wait for dossiers which do not come. */
export async function takeQuietSummaries(transaction: Transaction, now: number): Promise<EventRow[]> {
  return (await transaction.query<Row>(takeQuiet)).map((row) => toEvent(row, now));
}

const toEvent = (row: Row, now: number): EventRow => {
  const { unit, path, earlier, later, dossiers, time_zone: timeZone, calendar_id: id, calendar_version: version } = row;
  const data = { unit, path, calendar: { id, version }, timeZone, dossiers, earlier, later };
  return toCalendarChangedEvent(`${unit}/${id}/${version}`, now, data);
};

function sumUp(events: readonly ConsumedEvent[]): Counted[] {
  const byKey = new Map<string, Counted>();
  for (const { snapshot, calendarChange } of events) {
    if (calendarChange === undefined) continue;
    const { id, version, unitDossiers, previousDue } = calendarChange;
    const key = `${snapshot.responsibleUnit}\n${id}\n${version}`;
    const known = byKey.get(key);
    const moved = (snapshot.currentDue === null ? 0 : Date.parse(snapshot.currentDue)) - (previousDue ?? 0);
    byKey.set(key, {
      unit: snapshot.responsibleUnit,
      calendarId: id,
      calendarVersion: version,
      path: snapshot.responsiblePath,
      timeZone: snapshot.timeZone,
      expected: Math.max(known?.expected ?? 0, unitDossiers),
      earlier: (known?.earlier ?? 0) + (moved < 0 ? 1 : 0),
      later: (known?.later ?? 0) + (moved > 0 ? 1 : 0),
      dossiers: (known?.dossiers ?? 0) + 1,
    });
  }
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, counted]) => counted);
}
