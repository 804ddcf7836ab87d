import type { PeriodCloseState, PeriodCloseSummary } from '@motcua/contracts';
import { toMonthPeriod } from './month-period.ts';
import { toDate } from '../time/local-days.ts';
import type { FrozenName } from './frozen-numbers.ts';

export interface FrozenRule {
  readonly ruleSet: string;
  readonly calendar: string;
  readonly calendarVersion: number;
  readonly dossiers: number;
}
export interface ReadPosition {
  readonly topic: string;
  readonly partition: number;
  readonly nextOffset: string;
}

/** A close as it is stored; counts are those of its moment. */
export interface CloseHead {
  readonly id: string;
  readonly unit: string;
  readonly month: string;
  readonly knownAt: Date;
  readonly asOf: Date;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly overrideReason: string | null;
  readonly lagging: number;
  readonly parked: number;
  readonly names: readonly FrozenName[];
  readonly rules: readonly FrozenRule[];
  readonly readUpTo: readonly ReadPosition[];
  readonly dossiers: number;
}

/** With what became of it. */
export interface StoredClose extends CloseHead {
  readonly contentHash: string;
  readonly outcome: 'confirmed' | 'withdrawn' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Its place in the chain; null: not confirmed. */
  readonly sequence: number | null;
  readonly hash: string | null;
}

export const closeColumns = `c.id, c.unit, c.month, c.known_at AS "knownAt", c.as_of AS "asOf", c.proposed_by AS "proposedBy", c.proposed_at AS "proposedAt",
  c.override_reason AS "overrideReason", c.lagging, c.parked, c.names, c.rules, c.read_up_to AS "readUpTo", c.dossiers, c.content_hash AS "contentHash",
  d.outcome, d.decided_by AS "decidedBy", d.decided_at AS "decidedAt", l.sequence::int AS sequence, l.hash`;
export const closeTables = `kpi.period_close c LEFT JOIN kpi.period_decision d ON d.close_id = c.id LEFT JOIN kpi.period_link l ON l.close_id = c.id`;

export const stateOf = ({ outcome }: Pick<StoredClose, 'outcome'>): PeriodCloseState => outcome ?? 'proposed';

export function toSummary(close: StoredClose): PeriodCloseSummary {
  const { from, to } = toMonthPeriod(close.month);
  return {
    id: close.id,
    unit: close.unit,
    month: close.month,
    period: { from: toDate(from), to: toDate(to) },
    state: stateOf(close),
    knownAt: close.knownAt.toISOString(),
    proposedBy: close.proposedBy,
    proposedAt: close.proposedAt.toISOString(),
    decidedBy: close.decidedBy,
    decidedAt: close.decidedAt?.toISOString() ?? null,
    override:
      close.overrideReason === null ? null : { reason: close.overrideReason, lagging: close.lagging, parked: close.parked },
    dossiers: close.dossiers,
    contentHash: close.contentHash,
    link: close.sequence === null || close.hash === null ? null : { sequence: close.sequence, hash: close.hash },
  };
}
