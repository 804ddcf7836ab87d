import type { Correct } from '../dossier-command.ts';
import type { KnownDossier } from '../state/dossier.ts';
import type { TimedFields } from '../state/proposal.ts';

type CorrectedField = Exclude<keyof Correct, 'type' | 'occurredAt' | 'reasonCode'>;

/**
 * Whether a field is one by which it is counted if a dossier was on time. It is decided by what the field means and not by what it would
 * move today: a longer limit moves no figure while nothing is late, and hides what is late tomorrow. A procedure brings its limits along.
 * A field that is added to the command does not compile before it is decided on here.
 */
const isTimed = {
  unit: false,
  channel: false,
  officer: false,
  procedure: true,
  receivedAt: true,
  endedAt: true,
  due: true,
  limit: true,
} as const satisfies Record<CorrectedField, boolean>;

/** A correction in two: what takes effect at once, and what has to be proposed. */
export function splitCorrection(command: Correct): { readonly plain: Correct; readonly timed: Correct } {
  const { type, occurredAt, reasonCode, ...fields } = command;
  const pick = (wanted: boolean): Correct => {
    const picked = Object.entries(fields).filter(([name]) => isTimed[name as CorrectedField] === wanted);
    return { type, occurredAt, reasonCode, ...Object.fromEntries(picked) };
  };
  return { plain: pick(false), timed: pick(true) };
}

/** What the dossier says now in the fields that are named. */
export function toTimedFields(dossier: KnownDossier, named: object): TimedFields {
  const { procedure, receipt, end } = dossier;
  const current = {
    procedure,
    ...(receipt === null ? {} : { receivedAt: receipt.at, due: receipt.suppliedDue, limit: receipt.limit }),
    endedAt: end?.at ?? null,
  };
  return Object.fromEntries(Object.entries(current).filter(([name]) => name in named));
}

export function isSameFields(left: TimedFields, right: TimedFields): boolean {
  return (
    left.procedure === right.procedure &&
    left.receivedAt === right.receivedAt &&
    left.endedAt === right.endedAt &&
    left.due === right.due &&
    left.limit?.amount === right.limit?.amount &&
    left.limit?.unit === right.limit?.unit
  );
}
