import { LOGGER } from '@motcua/http';
import { BatchKafkaServer, createPgTransactions, DeadLetterOperations, type KafkaClientPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { ReferenceFollower } from '@motcua/service';
import type { FactoryProvider } from '@nestjs/common';
import type { Pool } from 'pg';
import { schema } from '../config.ts';
import { toFollowingTransactions } from '../database/order-locks.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { KAFKA, POOL } from '../tokens.ts';
import type { TopicNames } from '../topic-names.ts';

/** Commands wait while a batch is written: shorter transactions than the transport's own. */
const MAX_MESSAGES_PER_TRANSACTION = 1_000;

/** What reads the dossier log and the reference data. */
export function createFollowingProviders(topics: TopicNames): FactoryProvider[] {
  return [
    {
      provide: BatchKafkaServer,
      inject: [KAFKA, POOL, LOGGER],
      useFactory: (client: KafkaClientPort, pool: Pool, logger: Logger) =>
        new BatchKafkaServer({
          client,
          transactions: toFollowingTransactions(createPgTransactions(pool)),
          schema,
          groupPrefix: topics.groupPrefix,
          maxMessagesPerTransaction: MAX_MESSAGES_PER_TRANSACTION,
          log: logger,
          onFailure: (err) => {
            logger.fatal({ err }, 'the dossier log cannot be followed; the process ends to be started again');
            process.exit(1);
          },
        }),
    },
    {
      provide: DeadLetterOperations,
      inject: [BatchKafkaServer],
      useFactory: (server: BatchKafkaServer) => server.createDeadLetterOperations(),
    },
    {
      provide: ReferenceFollower,
      inject: [KAFKA, ReferenceData, LOGGER],
      useFactory: (client: KafkaClientPort, data: ReferenceData, logger: Logger) => {
        const onFailure = (err: Error): void => {
          logger.fatal({ err }, 'the reference data can no longer be followed; the process ends to be started again');
          process.exit(1);
        };
        const { units, procedures } = topics;
        return new ReferenceFollower({ client, topics: { units, procedures }, book: data, logger, onFailure });
      },
    },
  ];
}
