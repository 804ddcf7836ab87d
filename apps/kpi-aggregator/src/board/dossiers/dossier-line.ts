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
}

export const toDossierLine = (row: LineRow): DossierLine => ({
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
});

const toIso = (milliseconds: string | null): string | null =>
  milliseconds === null ? null : new Date(Number(milliseconds)).toISOString();
