import type { Proposal } from './proposal.ts';
import type { TakenBack } from './taken-back.ts';
import type { Apology, DueDates, Extension, Opening, Receipt, Setting } from './dossier.ts';
import type {
  Channel,
  DossierEventName,
  Finding,
  Instant,
  PauseReason,
  PauseRule,
  ResponsibleUnit,
  ServiceLevel,
} from '../vocabulary.ts';

/** An event that happened at another moment than the one at which it took effect. */
export interface MovedMoment {
  readonly event: DossierEventName;
  readonly from: Instant;
  readonly to: Instant;
}

/** A reorganisation of units moves who answers for a dossier and who handles it. */
export interface ReformMove {
  readonly id: string;
  readonly fromHandlingUnit: string;
  readonly toHandlingUnit: string;
  /** The reform was reverted: this goes back. */
  readonly takenBack: boolean;
}

/** The fields a correction rewrites; absent ones stay. */
export interface Rewrite {
  readonly responsible?: ResponsibleUnit;
  readonly procedure?: { readonly code: string; readonly field: string; readonly serviceLevel: ServiceLevel };
  readonly channel?: Channel;
  readonly officer?: string;
  readonly receipt?: Receipt;
  readonly endedAt?: Instant;
  readonly setting?: Setting;
  /** An event whose true moment was approved; that of a receipt is in `receipt`. */
  readonly moved?: MovedMoment;
  /** Of the rule set that now counts: pauses recorded under another take it over. */
  readonly pauseRules?: Readonly<Record<PauseReason, PauseRule>>;
}

/**
 * What happened, without what follows from it. `ofSubmission`: to what a live command found not received. A legacy system tells its events
 * in any order, so that of them the receipt alone can say later what came before it.
 */
export type EventPayload =
  | { readonly type: 'submitted'; readonly opening: Opening }
  | { readonly type: 'received'; readonly opening: Opening; readonly receipt: Receipt }
  | { readonly type: 'refused'; readonly reasonCode: string }
  | { readonly type: 'transferred'; readonly fromUnit: string; readonly toUnit: string; readonly officer: string | null }
  | {
      readonly type: 'supplement-requested';
      readonly reasonCode: string;
      readonly rule: PauseRule;
      readonly ordinal: number;
      readonly ofSubmission?: true;
    }
  | { readonly type: 'supplement-received' }
  | { readonly type: 'payment-requested'; readonly rule: PauseRule; readonly ofSubmission?: true }
  | { readonly type: 'payment-made' }
  | {
      readonly type: 'extended';
      readonly reasonCode: string;
      readonly extension: Extension;
      /** Absent: a legacy system told of it. */
      readonly previousDue?: Instant;
    }
  | { readonly type: 'apologised'; readonly reasonCode: string; readonly due: Instant; readonly apology: Apology }
  | { readonly type: 'redated'; readonly reasonCode: string; readonly setting: Setting; readonly previousDue: Instant | null }
  | { readonly type: 'withdrawal-requested'; readonly rule: PauseRule; readonly ofSubmission?: true }
  | {
      readonly type: 'stopped';
      readonly reasonCode: string;
      readonly by: 'stopped' | 'withdrawn';
      readonly closedPause: PauseReason | null;
      readonly ofSubmission?: true;
    }
  | { readonly type: 'processed' }
  | { readonly type: 'returned' }
  | {
      readonly type: 'reassigned';
      readonly reasonCode: string;
      readonly fromUnit: string;
      readonly responsible: ResponsibleUnit;
      /** Absent: an officer moved it, and whoever handles it goes on. */
      readonly reform?: ReformMove;
    }
  | { readonly type: 'corrected'; readonly reasonCode: string; readonly fields: readonly string[]; readonly rewrite: Rewrite }
  | { readonly type: 'reverted'; readonly takenBack: TakenBack };

/**
 * A fact with its moment and what follows from it at once: the clock after it and what was noticed. The clock travels with the
 * event, so that `evolve` needs no calendar and a replay after years gives the due moments that were promised then.
 */
export type DossierEvent = EventPayload & {
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly clock: DueDates;
  readonly found: readonly Finding[];
  /** Who gave the command, by subject; absent: nobody who could take it back, as with an import. */
  readonly author?: string;
  /** A newer version of the calendar that it was counted with, and that the dossier goes by from now on. */
  readonly adopted?: AdoptedCalendar;
  /** What waits for another person's approval from now on; nothing follows from it before. */
  readonly proposes?: Proposing;
  /** A decision on what was proposed by an earlier event; of an approved one the rewrite is in the fact. */
  readonly decides?: { readonly proposal: number; readonly approved: boolean };
};

export type Proposing = Pick<Proposal, 'what' | 'madeBy' | 'lapsesAt'>;

export type AdoptedCalendar = Pick<Setting, 'calendar' | 'timeZone'>;
