import type { Verdict } from '@motcua/sla';
import type { DossierRow } from '../following/dossier-row.ts';
import { RULES, type StoredVerdict } from './verdict.store.ts';

/**
 * The verdict after the rules have looked at a dossier again; undefined: it stays as it is. What a head corrected stays, unless the
 * dossier is not overdue after all.
 */
export function toNextVerdict(
  row: DossierRow,
  stored: StoredVerdict | undefined,
  found: Verdict | null,
  now: number,
): StoredVerdict | undefined {
  if (found === null) return stored === undefined || stored.cause === null ? undefined : takeBack(stored, now);
  const overdueSince = row.currentDue ?? now;
  if (stored !== undefined && stored.cause !== null) {
    if (stored.judgedBy !== RULES) return undefined;
    if (stored.cause === found.cause && stored.rule === found.rule && stored.overdueSince === overdueSince) return undefined;
  }
  return {
    dossierId: row.dossierId,
    judgement: (stored?.judgement ?? 0) + 1,
    ...found,
    overdueSince,
    ...byRules(now),
  };
}

const takeBack = (stored: StoredVerdict, now: number): StoredVerdict => ({
  ...stored,
  judgement: stored.judgement + 1,
  cause: null,
  rule: 'not-overdue',
  explanation: {},
  ...byRules(now),
});

const byRules = (now: number) => ({ judgedBy: RULES, judgedAt: now, reasonCode: null, reasonText: null });
