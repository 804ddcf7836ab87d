import type { DossierSnapshot } from '@motcua/contracts';
import { statusCodes, toSubmissionPauses, type KnownDossier, type Pause } from '@motcua/dossier';

/** What the moment of an event adds to the state. */
export interface Stamp {
  readonly occurredAt: number;
  readonly recordedAt: number;
}

const iso = (instant: number): string => new Date(instant).toISOString();
const isoOrNull = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

/** The state as it is published: instants as ISO 8601 in UTC, statuses as the national codes. Pure. */
export function toSnapshot(dossier: KnownDossier, { occurredAt, recordedAt }: Stamp): DossierSnapshot {
  const { receipt, clock, end, setting, responsible } = dossier;
  const apology = dossier.apologies?.at(-1);
  const submissionPauses = toSubmissionPauses(dossier);
  return {
    dossierId: dossier.id,
    dossierVersion: dossier.version,
    code: receipt?.code ?? null,
    origin: dossier.origin,
    sourceCode: dossier.sourceCode,
    imported: dossier.imported,
    procedure: dossier.procedure,
    field: dossier.field,
    serviceLevel: dossier.serviceLevel,
    channel: dossier.channel,
    responsibleUnit: responsible.code,
    responsiblePath: [...responsible.path],
    responsibleKind: responsible.kind,
    handlingUnit: dossier.handlingUnit,
    officer: dossier.officer,
    status: statusCodes[dossier.status],
    submittedAt: isoOrNull(dossier.submittedAt),
    receivedAt: receipt === null ? null : iso(receipt.at),
    limit: receipt?.limit ?? null,
    maxLimit: receipt?.maxLimit ?? null,
    ruleSet: setting.ruleSet,
    calendar: { ...setting.calendar },
    timeZone: setting.timeZone,
    originalDue: isoOrNull(clock.originalDue),
    currentDue: isoOrNull(clock.currentDue),
    due766: isoOrNull(clock.due766),
    dueSupplied: clock.dueSupplied,
    noDue: clock.noDue,
    lateFrom: {
      original: isoOrNull(clock.lateFrom.original),
      current: isoOrNull(clock.lateFrom.current),
      set766: isoOrNull(clock.lateFrom.set766),
    },
    pauses: dossier.pauses.map(toPublished),
    ...(submissionPauses.length === 0 ? {} : { submissionPauses: submissionPauses.map(toPublished) }),
    supplementCount: dossier.supplementRequests.length,
    extensionCount: dossier.extensions.length,
    ...(apology === undefined ? {} : { apology: { at: iso(apology.at), promised: iso(apology.promised) } }),
    endedAt: end === null ? null : iso(end.at),
    endedBy: end?.by ?? null,
    returnedAt: isoOrNull(dossier.returnedAt),
    findings: [...dossier.findings],
    occurredAt: iso(occurredAt),
    recordedAt: iso(recordedAt),
  };
}

const toPublished = ({ reason, rule, from, to }: Pause) => ({ reason, rule, from: iso(from), to: isoOrNull(to) });
