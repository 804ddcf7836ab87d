import type { Relay } from '@motcua/outbox';
import { CONFIG, EncryptedTables, NOW, POOL } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { ApplicantCipher } from '../applicants/applicant-cipher.ts';
import type { Config } from '../config.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { RATING_RELAY } from '../outbox/rating-events.relay.ts';
import { RatingPageController } from './rating-page.controller.ts';
import { readRatingQuestions } from './rating-questions.ts';
import { RatingTokens } from './rating-tokens.ts';
import { ratingTable, RatingStore } from './rating.store.ts';
import { Ratings } from './ratings.ts';
import { RatingsController } from './ratings.controller.ts';

/** What citizens say of how their dossier was handled. */
@Global()
@Module({
  controllers: [RatingsController, RatingPageController],
  providers: [
    {
      provide: Ratings,
      inject: [CONFIG, POOL, ReferenceData, ApplicantCipher, RATING_RELAY, NOW, EncryptedTables],
      useFactory: (
        config: Config,
        pool: Pool,
        data: ReferenceData,
        cipher: ApplicantCipher,
        relay: Relay,
        now: () => number,
        encrypted: EncryptedTables,
      ) => {
        const questions = readRatingQuestions(config.RATING_QUESTIONS);
        encrypted.add(ratingTable);
        return new Ratings({
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
        });
      },
    },
  ],
  exports: [Ratings],
})
export class RatingsModule {}
