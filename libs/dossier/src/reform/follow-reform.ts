import type { DecisionContext } from '../decision-context.ts';
import { record, type Decision } from '../recording/record.ts';
import type { KnownDossier } from '../state/dossier.ts';
import type { Instant, ResponsibleUnit } from '../vocabulary.ts';

export interface FollowReform {
  /** Id of the reform. */
  readonly reform: string;
  readonly reasonCode: string;
  /** The first moment of the units as they are after it. */
  readonly effectiveAt: Instant;
  readonly responsible: ResponsibleUnit;
  readonly handlingUnit: string;
  /** It was reverted: the dossier goes back. */
  readonly takenBack: boolean;
}

/**
 * A dossier that was not over on the day of a reform moves with its unit: another one answers for it from that moment on, though later
 * events are known. Neither its code nor its due moments change. No officer gives it, so that neither the order of events nor the
 * working day limits it. An empty list: it is over, or it is so already.
 */
export function followReform(dossier: KnownDossier, command: FollowReform, context: DecisionContext): Decision {
  const { reform, reasonCode, effectiveAt, responsible, handlingUnit, takenBack } = command;
  const isThere = dossier.responsible.code === responsible.code && dossier.handlingUnit === handlingUnit;
  if (isThere || isOverBy(dossier, effectiveAt)) return [];
  const payload = {
    type: 'reassigned',
    reasonCode,
    fromUnit: dossier.responsible.code,
    responsible,
    reform: { id: reform, fromHandlingUnit: dossier.handlingUnit, toHandlingUnit: handlingUnit, takenBack },
  } as const;
  return record(dossier, payload, effectiveAt, context);
}

/**
 * Whether nobody owed anything of a dossier any more before a moment: its result was in the citizen's hands, or it had been stopped, refused or
 * turned away. A result that was not collected is owed.
 */
export function isOverBy({ end, returnedAt, turnedAwayAt, submission, receipt }: KnownDossier, at: Instant): boolean {
  const isBefore = (moment: Instant | null | undefined): boolean => moment !== null && moment !== undefined && moment < at;
  if (receipt === null) return isBefore(turnedAwayAt) || isBefore(submission?.stop?.at);
  if (end === null) return false;
  return end.by === 'processed' || end.by === 'returned' ? isBefore(returnedAt) : isBefore(end.at);
}
