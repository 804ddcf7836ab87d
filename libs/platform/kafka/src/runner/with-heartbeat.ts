import type { BatchDelivery } from '../client/kafka-client.port.ts';

const intervalMs = 1_000;

/**
 * Runs `work` while telling the group that this member lives. A refused heartbeat does not interrupt it: a member that lost its
 * place is kept from writing by its cursor's epoch, and the heartbeat after the chunk is refused likewise.
 */
export async function withHeartbeat<Result>(delivery: BatchDelivery, work: () => Promise<Result>): Promise<Result> {
  const timer = setInterval(() => {
    delivery.heartbeat().catch(() => undefined);
  }, intervalMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
