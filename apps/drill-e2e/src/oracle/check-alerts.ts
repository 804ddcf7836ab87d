import type { LoggedAlert, Observed } from '../observe/observed.ts';
import type { ClientRecord, KnownDossier } from '../record/client-record.ts';
import { resolveIds } from './resolve.ts';
import type { Check, Violation } from './violation.ts';

/** One alert comes under one id, however often the log repeats it; two ids for one thing are two alerts. */
export const checkAlerts: Check = (record, observed) => [
  ...findDoubles(observed),
  ...findEarly(observed),
  ...findUnwarned(record, observed),
];

function findDoubles({ alerts }: Observed): Violation[] {
  const ids = new Map<string, Set<string>>();
  for (const alert of alerts) {
    const subject = toSubject(alert);
    ids.set(subject, (ids.get(subject) ?? new Set()).add(alert.id));
  }
  return [...ids]
    .filter(([, { size }]) => size > 1)
    .map(([what, { size }]) => ({ promise: 'alert', what: `${what}: ${size} times` }));
}

const findEarly = ({ alerts }: Observed): Violation[] =>
  alerts
    .filter(({ kind, due, firedAt }) => kind === 'breached' && firedAt < due)
    .map((alert) => ({ promise: 'alert', what: `${toSubject(alert)}: before its moment` }));

const toSubject = ({ dossierId, clock, generation, step }: LoggedAlert): string => `${dossierId} ${clock} ${generation} ${step}`;

/** Of each promise that came due: one breach where it was broken, none where the client knew in time that it had been kept. */
function findUnwarned({ dossiers }: ClientRecord, { alerts, events }: Observed): Violation[] {
  const idOf = resolveIds(events);
  return dossiers.flatMap((dossier): Violation[] => {
    const { promise } = dossier;
    if (promise === undefined) return [];
    const breaches = listBreaches(alerts, idOf(dossier), promise.due);
    const [least, most] = expectBreaches(promise);
    if (breaches >= least && breaches <= most) return [];
    const expected = least === most ? String(most) : `${least} or ${most}`;
    return [{ promise: 'alert', what: `${dossier.key}, due ${toTime(promise.due)}: ${breaches} breaches, expected ${expected}` }];
  });
}

/** What was told only after the due moment may have been told too late for the timer, or not. */
function expectBreaches({ due, keptAt }: NonNullable<KnownDossier['promise']>): [least: number, most: number] {
  if (keptAt === undefined) return [1, 1];
  return keptAt < due ? [0, 0] : [0, 1];
}

const listBreaches = (alerts: readonly LoggedAlert[], id: string | undefined, due: number): number =>
  new Set(
    alerts
      .filter((alert) => alert.dossierId === id && alert.kind === 'breached' && alert.clock === 'dossier' && alert.due === due)
      .map((alert) => alert.id),
  ).size;

const toTime = (at: number): string => new Date(at).toISOString();
