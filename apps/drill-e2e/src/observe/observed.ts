/** An event of a dossier as it lies in the log. */
export interface LoggedEvent {
  readonly dossierId: string;
  readonly sourceCode: string | null;
  readonly version: number;
  /** Short name. */
  readonly event: string;
}

/** An alert as it lies in the log of the clocks. */
export interface LoggedAlert {
  /** Of the CloudEvent: what comes again under it is a repetition. */
  readonly id: string;
  readonly kind: 'due-soon' | 'breached';
  readonly dossierId: string;
  readonly clock: string;
  readonly generation: number;
  readonly step: string;
  /** Epoch milliseconds. */
  readonly due: number;
  readonly firedAt: number;
}

/** What a unit's board shows, and the ids of the dossiers behind each figure. */
export interface ShownBoard {
  /** The moment it stands for, in epoch milliseconds. */
  readonly asOf: number;
  readonly figures: Readonly<Record<FigureName, number>>;
  readonly lists: Readonly<Record<FigureName, readonly string[]>>;
}
/** The figures that are counted again, and where each is shown: an indicator and its part. */
export const figures = {
  received: { indicator: 'received', part: 'value' },
  finished: { indicator: 'finished', part: 'value' },
  open: { indicator: 'open', part: 'value' },
  onTime: { indicator: 'on-time.with-backlog', part: 'numerator' },
  overdue: { indicator: 'on-time.with-backlog', part: 'rest' },
} as const;
export type FigureName = keyof typeof figures;
export const figureNames = Object.keys(figures) as FigureName[];

export interface Notice {
  /** Of the alert that it tells of. */
  readonly event: string;
  readonly recipient: string;
}

/** A mail as it came, each time it came. */
export interface CaughtMail {
  /** Of its delivery. */
  readonly id: string;
}

/** What a stack shows to whoever looks from outside. */
export interface Observed {
  /** In the order of the log, each partition for itself. */
  readonly events: readonly LoggedEvent[];
  readonly alerts: readonly LoggedAlert[];
  readonly boards: Readonly<Record<string, ShownBoard>>;
  readonly notices: readonly Notice[];
  readonly mails: readonly CaughtMail[];
  /** SHA-256 of the files of each dossier that has some. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  /** What each rated dossier was rated: satisfied or not. */
  readonly ratings: readonly { readonly dossierId: string; readonly satisfied: boolean }[];
  /** By kind and unit. */
  readonly institutional: Readonly<Record<string, unknown>>;
  /** How far the newest change of the calendar has been followed; undefined: there was none. */
  readonly calendarChange: string | undefined;
  /** Where something of a planted person was found. */
  readonly leaks: readonly string[];
}
