import type { OverdueCause } from '@motcua/sla';
import type { DossierRow } from '../dossiers/dossier-row.ts';
import { RULES, type StoredCause } from './cause.store.ts';

/**
 * The overdue cause after the rules have looked at a dossier again; undefined: it stays as it is. What a head decided stays for ever, also
 * where an end or a due moment was moved since and the dossier would not be overdue by it: only a head decides otherwise.
 */
export function toNextCause(
  row: DossierRow,
  stored: StoredCause | undefined,
  found: OverdueCause | null,
  now: number,
): StoredCause | undefined {
  if (stored !== undefined && stored.judgedBy !== RULES) return undefined;
  if (found === null) return stored === undefined || stored.cause === null ? undefined : takeBack(stored, now);
  const overdueSince = row.currentDue ?? now;
  const isSame =
    stored !== undefined && stored.cause === found.cause && stored.rule === found.rule && stored.overdueSince === overdueSince;
  if (isSame) return undefined;
  return {
    dossierId: row.dossierId,
    judgement: (stored?.judgement ?? 0) + 1,
    ...found,
    overdueSince,
    ...byRules(now),
  };
}

const takeBack = (stored: StoredCause, now: number): StoredCause => ({
  ...stored,
  judgement: stored.judgement + 1,
  cause: null,
  rule: 'not-overdue',
  explanation: {},
  ...byRules(now),
});

const byRules = (now: number) => ({ judgedBy: RULES, judgedAt: now, reasonCode: null });
