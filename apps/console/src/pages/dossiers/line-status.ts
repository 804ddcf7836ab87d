import type { DossierLine } from '@motcua/contracts';
import type { Status } from '../../ui/status-mark.tsx';

/** Whether a dossier is or was late: by its due as it stands now, against its end or else the moment of the list. */
export function toLineStatus({ currentDue, endedAt }: Pick<DossierLine, 'currentDue' | 'endedAt'>, now: number): Status {
  if (currentDue === null) return 'onTime';
  return (endedAt === null ? now : Date.parse(endedAt)) > Date.parse(currentDue) ? 'late' : 'onTime';
}
