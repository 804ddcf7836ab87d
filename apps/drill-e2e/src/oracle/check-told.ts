import type { LostEvent } from '../house/lost-events.ts';
import type { Acknowledged, KnownDossier } from '../record/client-record.ts';
import type { Violation } from './violation.ts';

/** What the clients had acknowledged to them behind the moment that a database was restored to. */
export interface LostCommands {
  readonly dossier: KnownDossier;
  readonly lost: readonly Acknowledged[];
}

/** Events that the product writes by itself, when due dates change with the calendar: nobody was told of them. */
const byItself = ['redated'];

/**
 * The list of what a restored database has lost is the clients' own: each command that was acknowledged behind that moment is in it, and no other one.
 *
 * @param told of the topic of dossiers alone
 */
export function checkTold(
  since: readonly LostCommands[],
  told: readonly LostEvent[],
  idOf: (dossier: KnownDossier) => string | undefined,
): Violation[] {
  const known = since.flatMap(({ dossier, lost }) =>
    lost.map(({ version, event }) => `${idOf(dossier) ?? dossier.key}: ${event} (version ${version})`),
  );
  const listed = told
    .map(({ key, type, version }) => ({ key, version, event: (type ?? '').replace(/^vn\.motcua\.dossier\.|\.v\d+$/g, '') }))
    .filter(({ event }) => !byItself.includes(event))
    .map(({ key, event, version }) => `${key}: ${event} (version ${version})`);
  return [
    ...known
      .filter((one) => !listed.includes(one))
      .map((one): Violation => ({ promise: 'toldLost', what: `${one} is not told` })),
    ...listed.filter((one) => !known.includes(one)).map((one): Violation => ({ promise: 'toldLost', what: `${one} is told` })),
  ];
}
