import type { LogPosition } from '../store/cursor.store.ts';

/** `standby`: another relay is at work · `halted`: the store does not fit the cursor; an operator must act · `stopped`: as asked. */
export type RelayState = 'starting' | 'standby' | 'active' | 'halted' | 'stopped';

export interface RelayStatus {
  readonly state: RelayState;
  readonly epoch: string | undefined;
  readonly cursor: LogPosition | undefined;
  /** Records acknowledged since this relay was created. */
  readonly published: number;
  /** How long the oldest write transaction of the whole cluster has been open: younger events wait for it. */
  readonly oldestWriteTransactionMs: number;
  /** What went wrong last and has not been put right, with the moment it began (epoch ms). */
  readonly failure: { readonly message: string; readonly since: number } | undefined;
  /** Worth an operator's look, though nothing is broken. */
  readonly warning: string | undefined;
}

export const initialStatus: RelayStatus = {
  state: 'starting',
  epoch: undefined,
  cursor: undefined,
  published: 0,
  oldestWriteTransactionMs: 0,
  failure: undefined,
  warning: undefined,
};

/** What a term tells: fields that changed; `published` are records more, `failure` is a message or the end of the last one. */
export type RelayNews = Partial<Omit<RelayStatus, 'failure'>> & { readonly failure?: string | undefined };

/** The status after some news. A failure that goes on keeps the moment it began. */
export function afterNews(
  status: RelayStatus,
  { published = 0, failure, ...news }: RelayNews,
  hasFailure: boolean,
  nowMs: number,
): RelayStatus {
  const next = { ...status, ...news, published: status.published + published };
  if (!hasFailure) return next;
  return { ...next, failure: failure === undefined ? undefined : { message: failure, since: status.failure?.since ?? nowMs } };
}

/** A broker's restart takes some seconds; only what lasts longer makes the service unready. */
const toleratedFailureMs = 10_000;

/** For `HealthChecks`: ready while this relay, or another one, publishes. */
export function toHealthReport(status: RelayStatus, nowMs: number) {
  const { state, failure } = status;
  const failing =
    failure !== undefined && (state === 'halted' || state === 'starting' || nowMs - failure.since > toleratedFailureMs);
  const ready = !failing && (state === 'active' || state === 'standby');
  const reason = failure?.message ?? `the relay is ${state}`;
  return { ready, ...(ready ? {} : { reason }), details: { ...status } };
}
