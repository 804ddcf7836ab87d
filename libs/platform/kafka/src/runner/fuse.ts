/** When dead letters stop being bad data and start being a bad deploy. */
export interface FuseLimits {
  /** So many dead letters without a good message between them. Default 100. */
  readonly runLength: number;
  /** Share of dead letters among the last `window` messages. Default 0.5. */
  readonly ratio: number;
  /** Default 1,000. */
  readonly window: number;
  /** The ratio says nothing before so many messages. Default 200. */
  readonly minMessages: number;
}

export const defaultFuseLimits: FuseLimits = { runLength: 100, ratio: 0.5, window: 1_000, minMessages: 200 };

export interface FuseState {
  readonly run: number;
  /** Exponentially forgotten counts, so no ring of a thousand flags is kept. */
  readonly messages: number;
  readonly deadLetters: number;
}

export const intactFuse: FuseState = { run: 0, messages: 0, deadLetters: 0 };

/** The fuse after one more message. */
export function watch(state: FuseState, isDeadLetter: boolean, { window }: FuseLimits): FuseState {
  const forget = state.messages >= window ? 1 - 1 / window : 1;
  return {
    run: isDeadLetter ? state.run + 1 : 0,
    messages: state.messages * forget + 1,
    deadLetters: state.deadLetters * forget + (isDeadLetter ? 1 : 0),
  };
}

/** Why the fuse is blown, or undefined while it holds. */
export function findBlowReason({ run, messages, deadLetters }: FuseState, limits: FuseLimits): string | undefined {
  if (run >= limits.runLength) return `${run} dead letters in a row`;
  if (messages < limits.minMessages || deadLetters < messages * limits.ratio) return undefined;
  return `${Math.round((deadLetters / messages) * 100)} % dead letters among the last ${Math.round(messages)} messages`;
}
