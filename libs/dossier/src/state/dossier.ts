import type { Proposal } from './proposal.ts';
import type { TakenBack } from './taken-back.ts';
import type {
  Channel,
  EndedBy,
  Finding,
  Instant,
  Limit,
  PauseReason,
  PauseRule,
  ResponsibleUnit,
  ServiceLevel,
} from '../vocabulary.ts';

/** An interval in which the clock stands; `to: null` while it has not been closed. */
export interface Pause {
  readonly reason: PauseReason;
  readonly rule: PauseRule;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** What was written on the receipt. `suppliedDue` came from outside and keeps its seconds; `dueKnown: false`: nothing was promised. */
export interface Receipt {
  readonly at: Instant;
  readonly code: string | null;
  readonly limit: Limit | null;
  readonly maxLimit: Limit | null;
  readonly suppliedDue: Instant | null;
  readonly dueKnown: boolean;
}

/** A re-appointment: the moment it was given and the minute it promises. */
export interface Extension {
  readonly at: Instant;
  readonly newDue: Instant;
}

/** An apology for a result that is late: the moment it was given and the minute by which the result is promised now. No due moment moves. */
export interface Apology {
  readonly at: Instant;
  readonly promised: Instant;
}

/** Which rules and which working time count for the dossier. */
export interface Setting {
  readonly ruleSet: string;
  readonly calendar: { readonly id: string; readonly version: number };
  readonly timeZone: string;
}

export interface Stop {
  readonly at: Instant;
  readonly by: 'stopped' | 'refused' | 'withdrawn';
}

/** An interval in which the acceptance of a submission waits for the citizen. */
export interface SubmissionPause extends Pause {
  readonly reason: 'supplement' | 'payment' | 'withdrawal';
}

/** What happened to an online submission while it was not received. */
export interface Submission {
  /** In order of their beginning. */
  readonly pauses: readonly SubmissionPause[];
  /** Stopped or withdrawn: no end, for only what was received can end. */
  readonly stop: Stop | null;
}

/** What a dossier is about and who answers for it: said when it is opened, said again where a source corrects itself at receipt. */
export interface Opening {
  readonly id: string;
  readonly origin: string;
  readonly sourceCode: string | null;
  readonly imported: boolean;
  readonly procedure: string;
  readonly field: string;
  readonly serviceLevel: ServiceLevel;
  readonly channel: Channel;
  readonly responsible: ResponsibleUnit;
  readonly officer: string | null;
  readonly setting: Setting;
}

/** Everything that happened to the dossier, as it was told: nothing here is derived. */
export interface RecordedState extends Opening {
  /** Grows by one with each event. */
  readonly version: number;
  readonly handlingUnit: string;
  readonly submittedAt: Instant | null;
  readonly turnedAwayAt: Instant | null;
  /** Absent: nothing happened before receipt. */
  readonly submission?: Submission;
  readonly receipt: Receipt | null;
  readonly underWay: boolean;
  readonly toldPauses: readonly Pause[];
  readonly supplementRequests: readonly Instant[];
  readonly extensions: readonly Extension[];
  /** Absent: none was given. */
  readonly apologies?: readonly Apology[];
  readonly processedAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly stop: Stop | null;
  readonly findings: readonly Finding[];
  /** Absent: nothing was ever proposed. */
  readonly proposals?: readonly Proposal[];
  readonly lastOccurredAt: Instant;
  /** Of the latest event, where it can be taken back; absent: it cannot. */
  readonly undo?: UndoPoint;
  /** The latest event took back the one after which the dossier had this version; absent: it took back none. */
  readonly revertedVersion?: number;
}

/** An event that whoever brought it about may still take back, and what the dossier was before it. */
export interface UndoPoint extends TakenBack {
  /** Subject. */
  readonly author: string;
  readonly before: StateBefore;
}

/** What an event changed, as it was before: every other field is what it is. */
export type StateBefore = Partial<Omit<RecordedState, 'version' | 'proposals' | OptionalField | 'undo' | 'revertedVersion'>> & {
  readonly [Field in OptionalField]?: NonNullable<RecordedState[Field]> | null;
} & { readonly clock: DueDates };

/** Absent where nothing of the kind happened; in `StateBefore` that is null, for JSON would lose an undefined. */
export type OptionalField = 'submission' | 'apologies';

/** The first instant at which the dossier, if unfinished, is late by each rule; null: it cannot become late as things stand. */
export interface LateFrom {
  readonly original: Instant | null;
  readonly current: Instant | null;
  readonly set766: Instant | null;
}

/** The due moments as things stand; null: none is known, or an open pause holds it. */
export interface DueDates {
  readonly originalDue: Instant | null;
  readonly currentDue: Instant | null;
  readonly due766: Instant | null;
  readonly dueSupplied: boolean;
  readonly noDue: boolean;
  readonly lateFrom: LateFrom;
}

export interface End {
  readonly at: Instant;
  readonly by: EndedBy;
}

interface Standing extends RecordedState {
  /** The intervals as they count: cut at the end where there is one. */
  readonly pauses: readonly Pause[];
  readonly clock: DueDates;
}

export interface NoDossier {
  readonly status: 'none';
}
/** Submitted online and not (yet) received: it is counted nowhere, whatever happens to it. */
export interface UnreceivedDossier extends Standing {
  readonly status:
    | 'submitted'
    | 'submission-supplement-requested'
    | 'submission-payment-requested'
    | 'submission-withdrawal-requested'
    | 'submission-stopped'
    | 'turned-away';
  readonly receipt: null;
  readonly end: null;
}
export interface OpenDossier extends Standing {
  readonly status: 'received' | 'in-process' | 'supplement-requested' | 'payment-requested' | 'withdrawal-requested';
  readonly receipt: Receipt;
  readonly end: null;
}
export interface EndedDossier extends Standing {
  readonly status: 'processed' | 'returned' | 'stopped' | 'refused';
  readonly receipt: Receipt;
  readonly end: End;
}
export type KnownDossier = UnreceivedDossier | OpenDossier | EndedDossier;
export type Dossier = NoDossier | KnownDossier;
export type DossierStatus = Dossier['status'];

export const noDossier: NoDossier = { status: 'none' };

/** Before receipt no clock runs. */
export const noDueDates: DueDates = {
  originalDue: null,
  currentDue: null,
  due766: null,
  dueSupplied: false,
  noDue: false,
  lateFrom: { original: null, current: null, set766: null },
};
