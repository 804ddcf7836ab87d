import pRetry from 'p-retry';

const passing: readonly unknown[] = ['NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE'];
const RETRIES = 20;

/**
 * Asks again, for some four seconds, while a partition changes its leader, or its new leader does not know yet that it is one: at a rolling
 * restart of the brokers, and just after a topic was made. Every other refusal is passed on at once.
 *
 * @param more other refusals that pass by themselves, of this question
 */
export const whileLeadersMove = <Answer>(question: () => Promise<Answer>, more: readonly string[] = []): Promise<Answer> =>
  pRetry(question, {
    ...{ retries: RETRIES, minTimeout: 50, maxTimeout: 250 },
    shouldRetry: ({ error }) => 'type' in error && [...passing, ...more].includes(error.type),
  });
