import { createPgTransactions } from '@motcua/kafka';
import { EscalationPolicyCache } from '../clocks/escalation-policy-cache.ts';
import { lockToFollow } from '../outbox/order-locks.ts';
import { stepDossierEvent } from '../dossiers/dossier-event.ts';
import { DossierProjection } from '../consumers/on-dossier-event/project-dossiers.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import type { PublishedEvent } from './dossier-history.builder.ts';
import { createReferenceData } from './reference-fixture.ts';
import type { SlaDatabase } from './sla-database.ts';

/** Follows events as the consumer does, a batch a transaction, without a broker. */
export function createFollowing({ pool }: SlaDatabase, data: ReferenceData = createReferenceData()) {
  const follower = new DossierProjection(data, new EscalationPolicyCache(pool));
  const transactions = createPgTransactions(pool, { beginWith: lockToFollow });
  return {
    data,
    follow: (events: readonly PublishedEvent[], partition = 0): Promise<void> =>
      transactions.run(async (transaction) => {
        // As the transport does, which moves its cursor first: the transaction gets its id before it knows the dossiers.
        await transaction.query('SELECT pg_current_xact_id()');
        await follower.follow(transaction, partition, events.map(toEvent));
      }),
  };
}

function toEvent({ value }: PublishedEvent) {
  const result = stepDossierEvent({ value: Buffer.from(value) });
  if (result.kind !== 'ok') throw new Error(`the event is ${result.kind}: ${result.reason}`);
  return result.value;
}
