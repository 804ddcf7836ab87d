import { topics as contractTopics } from '@motcua/contracts';
import { HealthChecks, LOGGER, METRICS } from '@motcua/http';
import type { KafkaClientPort, ProducerPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { createRelay, observeRelay } from '@motcua/outbox';
import type { FactoryProvider, InjectionToken } from '@nestjs/common';
import type { Pool } from 'pg';
import type { ApplicantCipher } from '../applicants/applicant-cipher.ts';
import type { Config } from '../config.ts';
import type { IntakeTopics } from '../intake-topics.ts';
import { intakeSchema } from '../migrations/migrate-intake.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { readRatingQuestions } from './rating-questions.ts';
import { RatingRelay } from './rating-relay.ts';
import { RatingTokens } from './rating-tokens.ts';
import { RatingStore } from './rating.store.ts';
import { Ratings } from './ratings.ts';

const relayName = 'ratings';

export interface RatingsSetting {
  readonly config: Config;
  readonly topics: IntakeTopics;
  readonly cipher: ApplicantCipher;
  readonly now: () => number;
  /** Where the composition root provides what ratings share with the rest. */
  readonly shared: { readonly pool: InjectionToken; readonly kafka: InjectionToken; readonly producer: InjectionToken };
}

/** What ratings are made of. */
export function createRatingsProviders({ config, topics, cipher, now, shared }: RatingsSetting): FactoryProvider[] {
  const questions = readRatingQuestions(config.RATING_QUESTIONS);
  return [
    {
      provide: RatingRelay,
      inject: [shared.kafka, shared.producer, HealthChecks, LOGGER, METRICS],
      useFactory: (
        client: KafkaClientPort,
        producer: ProducerPort,
        health: HealthChecks,
        logger: Logger,
        metrics: Parameters<typeof observeRelay>[2],
      ) => {
        const relay = createRelay({
          url: config.DATABASE_URL,
          schema: intakeSchema,
          name: relayName,
          table: `${intakeSchema}.rating_event`,
          columns: ['dossier_id', 'body'],
          toRecord: ({ dossier_id, body }) => ({ key: String(dossier_id), value: String(body) }),
          topic: topics.ratingEvents,
          producer,
          log: client.admin,
          logger,
        });
        observeRelay(relay, relayName, metrics);
        const topic = { name: topics.ratingEvents, partitions: contractTopics.ratingEvents.partitions };
        return new RatingRelay({ relay, client, topic, health, logger });
      },
    },
    {
      provide: Ratings,
      inject: [shared.pool, ReferenceData, RatingRelay],
      useFactory: (pool: Pool, data: ReferenceData, relay: RatingRelay) =>
        new Ratings({
          pool,
          data,
          store: new RatingStore(cipher, questions),
          tokens: new RatingTokens(cipher.listHashKeys()),
          terms: { noticeDays: config.RATING_TOKEN_DAYS, counterMinutes: config.RATING_COUNTER_MINUTES },
          questions,
          now,
          onAppended: () => {
            relay.wake();
          },
        }),
    },
  ];
}
