import { findDossierEventName, type HistoryEntry } from '@motcua/contracts';

/** The steps of a dossier that stand: without those that were taken back, and without the taking back. */
export function toStandingSteps(history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const reverted = history.filter(({ type }) => findDossierEventName(type) === 'reverted');
  const gone = new Set(reverted.flatMap(({ version, change }) => [version, change['version']]));
  return history.filter(({ version }) => !gone.has(version));
}
