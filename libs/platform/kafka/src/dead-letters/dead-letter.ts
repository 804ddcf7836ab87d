export type DeadLetterStatus = 'parked' | 'replayed' | 'dropped' | 'superseded';

/** A row of `dlq_event` without its payload. Instants are ISO 8601 in UTC; `offset` and `id` are decimal strings (int8). */
export interface DeadLetter {
  readonly id: string;
  readonly projection: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly reason: string;
  /** Where it failed: a step of the projection, `apply`, or `hold`. */
  readonly step: string;
  readonly status: DeadLetterStatus;
  readonly publishedAt: string;
  readonly parkedAt: string;
  /** Replays that failed. */
  readonly attempts: number;
  readonly lastError: string | null;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
}

export interface DeadLetterDetail extends DeadLetter {
  /** The record's value as text (UTF-8, broken bytes replaced); null for a tombstone. */
  readonly payload: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

export interface DeadLetterFilter {
  readonly projection?: string;
  readonly status?: DeadLetterStatus;
  readonly topic?: string;
  readonly key?: string;
  /** Only rows with a smaller id (pages run from the newest back). */
  readonly before?: string;
  /** Default 50, at most 500. */
  readonly limit?: number;
}

export interface DeadLetterPage {
  readonly deadLetters: readonly DeadLetter[];
  /** Value for `before` of the next page; null: this was the last. */
  readonly next: string | null;
}
