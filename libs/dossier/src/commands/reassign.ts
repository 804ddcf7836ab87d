import type { DecisionContext } from '../decision-context.ts';
import type { Reassign } from '../dossier-command.ts';
import { refuse } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';

/** Another unit answers for the dossier from this moment on, as after a reform: not its code and not its clock change. */
export function reassign(dossier: Dossier, command: Reassign, context: DecisionContext): Decision {
  if (context.unit === undefined) return refuse('unit.unknown');
  const responsible = context.unit;
  if (dossier.status !== 'none' && dossier.responsible.code === responsible.code) return [];
  const unlawful = findUnlawful(dossier, 'reassigned', command.occurredAt, context);
  if (unlawful !== undefined || dossier.status === 'none') return unlawful ?? refuse('dossier.unknown');
  const payload = {
    type: 'reassigned',
    reasonCode: command.reasonCode,
    fromUnit: dossier.responsible.code,
    responsible,
  } as const;
  return record(dossier, payload, command.occurredAt, context);
}
