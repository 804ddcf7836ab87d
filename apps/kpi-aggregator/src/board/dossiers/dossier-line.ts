import type { DossierLine, StatusCode } from '@motcua/contracts';

/** The columns of a fact that a line shows; bigint arrives as text. */
export interface LineRow {
  readonly dossier_id: string;
  readonly code: string | null;
  readonly source_code: string | null;
  readonly unit: string;
  readonly procedure: string;
  readonly field: string;
  readonly channel: string;
  readonly officer: string | null;
  readonly time_zone: string;
  readonly status: StatusCode;
  readonly received_at: string | null;
  readonly original_due: string | null;
  readonly current_due: string | null;
  readonly due_766: string | null;
  readonly ended_at: string | null;
  readonly late_current: boolean;
  readonly breach_current: string | null;
}

/** @param asOf epoch milliseconds, the moment that the list is of */
export const toDossierLine = (row: LineRow, asOf: number): DossierLine => ({
  dossierId: row.dossier_id,
  code: row.code,
  sourceCode: row.source_code,
  unit: row.unit,
  procedure: row.procedure,
  field: row.field,
  channel: row.channel,
  officer: row.officer,
  timeZone: row.time_zone,
  status: row.status,
  receivedAt: toIso(row.received_at),
  originalDue: toIso(row.original_due),
  currentDue: toIso(row.current_due),
  due766: toIso(row.due_766),
  endedAt: toIso(row.ended_at),
  isLate: isLate(row, asOf),
});

/** A due moment has a grain, and pauses move what is late: both are in the fact, and no comparison of dues knows them. */
function isLate({ ended_at, late_current, breach_current }: LineRow, asOf: number): boolean {
  if (ended_at !== null && Number(ended_at) <= asOf) return late_current;
  return breach_current !== null && Number(breach_current) <= asOf;
}

const toIso = (milliseconds: string | null): string | null =>
  milliseconds === null ? null : new Date(Number(milliseconds)).toISOString();
