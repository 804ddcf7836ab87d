import pRetry from 'p-retry';

const passing: readonly unknown[] = ['NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE'];
const RETRIES = 20;

/**
 * Asks again, for some four seconds, while a partition changes its leader, or its new leader does not know yet that it is one: at a rolling
 * restart of the brokers, and just after a topic was made. Every other refusal is passed on at once.
 */
export const whileLeadersMove = <Answer>(question: () => Promise<Answer>): Promise<Answer> =>
  pRetry(question, { retries: RETRIES, minTimeout: 50, maxTimeout: 250, shouldRetry: ({ error }) => isPassing(error) });

const isPassing = (error: Error): boolean => 'type' in error && passing.includes(error.type);
