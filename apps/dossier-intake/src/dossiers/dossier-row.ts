import { statusCodes, type KnownDossier } from '@motcua/dossier';

/** A row of `dossier` as it is written: the state, and what lists are asked for. */
export interface DossierRow {
  readonly dossier_id: string;
  readonly version: number;
  readonly state: string;
  readonly code: string | null;
  readonly origin: string;
  readonly source_code: string | null;
  readonly responsible_unit: string;
  readonly handling_unit: string;
  /** A PostgreSQL array as text: unnest takes no arrays of arrays of different length. */
  readonly path: string;
  readonly status: number;
  readonly current_due: string | null;
  readonly occurred_at: string;
  readonly recorded_at: string;
}

export function toDossierRow(
  dossier: KnownDossier,
  { occurredAt, recordedAt }: { occurredAt: number; recordedAt: number },
): DossierRow {
  return {
    dossier_id: dossier.id,
    version: dossier.version,
    state: JSON.stringify(dossier),
    code: dossier.receipt?.code ?? null,
    origin: dossier.origin,
    source_code: dossier.sourceCode,
    responsible_unit: dossier.responsible.code,
    handling_unit: dossier.handlingUnit,
    path: toArrayText(dossier.responsible.path),
    status: statusCodes[dossier.status],
    current_due: dossier.clock.currentDue === null ? null : new Date(dossier.clock.currentDue).toISOString(),
    occurred_at: new Date(occurredAt).toISOString(),
    recorded_at: new Date(recordedAt).toISOString(),
  };
}

const toArrayText = (codes: readonly string[]): string =>
  `{${codes.map((code) => `"${code.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
