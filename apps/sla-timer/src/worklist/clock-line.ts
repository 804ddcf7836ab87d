import type { ClockLine, ClockState, SlaClock } from '@motcua/contracts';
import { workingMinutesBetween } from '@motcua/calendar';
import { toIso } from '../outbox/sla-events.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import { stateAt } from './clock-states.ts';

/** What a line needs: a clock `c`, its dossier `d` and its escalation policy `l`. */
export const lineColumns = (asOf: string): string => `
  c.dossier_id, d.code, d.source_code, c.clock, c.generation, ${stateAt(asOf)} AS state, c.started_at, c.due, c.original_due,
  l.rungs[c.last_rung + 1] AS last_rung, l.rungs[sla.rung_place(c.schedule[1]) + 1] AS next_rung, sla.rung_at(c.schedule[1]) AS next_rung_at,
  coalesce(c.late_from <= least(c.closed_at, ${asOf}), false) OR coalesce(c.breached_at <= ${asOf}, false) AS breached,
  d.responsible_unit, d.handling_unit, d.officer, d.procedure, d.time_zone, d.calendar_id, d.calendar_version`;
export const lineTables = 'sla.clock c JOIN sla.dossier d USING (dossier_id) LEFT JOIN sla.ladder l ON l.id = c.ladder';

export interface LineRow {
  readonly dossier_id: string;
  readonly code: string | null;
  readonly source_code: string | null;
  readonly clock: SlaClock;
  readonly generation: number;
  readonly state: ClockState;
  readonly started_at: Date;
  readonly due: Date | null;
  readonly original_due: Date | null;
  readonly last_rung: string | null;
  readonly next_rung: string | null;
  readonly next_rung_at: Date | null;
  readonly breached: boolean;
  readonly responsible_unit: string;
  readonly handling_unit: string;
  readonly officer: string | null;
  readonly procedure: string;
  readonly time_zone: string;
  readonly calendar_id: string;
  readonly calendar_version: number;
}

/** A clock as people read it, at a moment. */
export function toClockLine(row: LineRow, data: ReferenceData, asOf: number): ClockLine {
  return {
    dossierId: row.dossier_id,
    code: row.code,
    sourceCode: row.source_code,
    clock: row.clock,
    generation: row.generation,
    state: row.state,
    startedAt: row.started_at.toISOString(),
    due: row.due?.toISOString() ?? null,
    originalDue: row.original_due?.toISOString() ?? null,
    remainingMinutes: toRemaining(row, data, asOf),
    lastEscalation: row.last_rung,
    nextEscalation: row.next_rung,
    nextEscalationAt: row.next_rung_at === null ? null : toIso(row.next_rung_at.getTime()),
    breached: row.breached,
    unit: row.responsible_unit,
    handlingUnit: row.handling_unit,
    officer: row.officer,
    procedure: row.procedure,
    timeZone: row.time_zone,
  };
}

function toRemaining(row: LineRow, data: ReferenceData, asOf: number): number | null {
  const calendar = data.findCalendar({ id: row.calendar_id, version: row.calendar_version });
  if (row.due === null || row.state === 'closed' || row.state === 'paused' || calendar === undefined) return null;
  const due = row.due.getTime();
  // Not zero but minus zero would be told as past due by some readers.
  return due >= asOf ? workingMinutesBetween(calendar, asOf, due) : 0 - workingMinutesBetween(calendar, due, asOf);
}
