import type { DossierAction, DossierSnapshot, Limit } from '@motcua/contracts';
import type { Random } from '../invention/random.ts';

const DAY_MS = 86_400_000;

/** One thing a counter does next to a dossier. */
export interface NextAction {
  readonly action: DossierAction;
  readonly body: Readonly<Record<string, unknown>>;
}

const plain = (action: DossierAction): NextAction => ({ action, body: {} });

/**
 * What an office would do next with a dossier in this state; undefined when nothing is left to do. Chances, not rules: what is lawful
 * is decided by dossier-intake.
 */
export function chooseNextAction(random: Random, dossier: DossierSnapshot, now: number): NextAction | undefined {
  switch (dossier.status) {
    case 1:
      return random.chance(0.95) ? plain('receive') : { action: 'refuse', body: { reasonCode: 'components-missing' } };
    case 2:
      return isQuick(dossier.limit) || random.chance(0.3)
        ? workOn(random, dossier, now)
        : { action: 'transfer', body: { toUnit: dossier.handlingUnit, officer: `${dossier.handlingUnit}.specialist` } };
    case 4:
      return workOn(random, dossier, now);
    case 5:
      return plain('receive-supplement');
    case 6:
      return plain('confirm-payment');
    case 7:
      return { action: 'stop', body: { endedBy: 'withdrawn', reasonCode: 'citizen-withdrew' } };
    case 9:
      return plain('return');
    default:
      return undefined;
  }
}

const isQuick = (limit: Limit | null): boolean => limit?.amount === 0;

function workOn(random: Random, dossier: DossierSnapshot, now: number): NextAction {
  const { supplementCount, extensionCount, currentDue, limit } = dossier;
  const lot = random.next();
  if (isQuick(limit) || lot < 0.72) return plain('process');
  if (lot < 0.82 && supplementCount === 0) return { action: 'request-supplement', body: { reasonCode: 'components-missing' } };
  if (lot < 0.9) return plain('request-payment');
  if (lot < 0.95 && extensionCount === 0 && currentDue !== null && Date.parse(currentDue) > now + DAY_MS + 600_000) {
    // The same clock time a week later: an appointment on a day off is refused.
    return {
      action: 'extend',
      body: { newDue: new Date(Date.parse(currentDue) + 7 * DAY_MS).toISOString(), reasonCode: 'verification' },
    };
  }
  return lot > 0.985 ? plain('request-withdrawal') : plain('process');
}
