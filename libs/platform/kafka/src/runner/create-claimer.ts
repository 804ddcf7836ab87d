import { silentLog } from '../client/transport-log.ts';
import { TopicIdentities } from '../offsets/topic-identities.ts';
import { PartitionClaimer } from './partition-claimer.ts';
import type { ProjectionRunnerOptions } from './projection-runner.options.ts';
import type { TransientRetry } from './retry-transient.ts';

const defaultTopicTimeoutMs = 60_000;

/** Claims of a projection for its topics as they are now, which are waited for. @throws where one does not come */
export async function createClaimer<Value, Outcome>(
  options: ProjectionRunnerOptions<Value, Outcome>,
  { retry, isCancelled }: { readonly retry: TransientRetry; readonly isCancelled: () => boolean },
): Promise<PartitionClaimer> {
  const { client, transactions, schema, projection, topicTimeoutMs = defaultTopicTimeoutMs } = options;
  const identities = await TopicIdentities.find(client.admin, projection.topics, { timeoutMs: topicTimeoutMs, isCancelled });
  return new PartitionClaimer({
    projection: projection.name,
    admin: client.admin,
    transactions,
    schema,
    identities,
    partitions: options.partitions ?? {},
    sources: options.sources ?? {},
    retry,
    log: options.log ?? silentLog,
  });
}
