/** What a step makes of one message. It judges; it does nothing. */
export type StepResult<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'dead-letter'; readonly reason: string; readonly step: string };

/** To be applied. */
export const ok = <Value>(value: Value): StepResult<Value> => ({ kind: 'ok', value });

/** Not for us, or seen before. Counted by `reason`, so keep the reasons few. */
export const skip = (reason: string): StepResult<never> => ({ kind: 'skip', reason });

/** Malformed or wrong for good: goes to `dlq_event`. `step` names where it failed (`parse`, `validate`, …). */
export const deadLetter = (reason: string, step: string): StepResult<never> => ({ kind: 'dead-letter', reason, step });
