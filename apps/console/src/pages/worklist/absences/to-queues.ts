import type { ListedDossier } from '@motcua/contracts';

/** All that one officer has in hand. */
export interface Queue {
  readonly officer: string;
  readonly dossiers: readonly ListedDossier[];
}

/**
 * Open dossiers by who has them in hand, by name. Those that lie in another unit are handed over there, and those that the reader may not
 * put into other hands are left out.
 */
export function toQueues(dossiers: readonly ListedDossier[], unit: string): readonly Queue[] {
  const queues = new Map<string, ListedDossier[]>();
  for (const dossier of dossiers) {
    const { officer, handlingUnit, actions } = dossier;
    if (officer === null || handlingUnit !== unit || !actions.includes('correct')) continue;
    queues.set(officer, [...(queues.get(officer) ?? []), dossier]);
  }
  return [...queues]
    .map(([officer, theirs]) => ({ officer, dossiers: theirs }))
    .sort((one, other) => one.officer.localeCompare(other.officer));
}
