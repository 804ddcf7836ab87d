import { CONFIG, Retention } from '@motcua/service';
import { Inject, Module } from '@nestjs/common';
import type { Config } from '../config.ts';
import { forgetClocks } from './forget-clocks.ts';

/** A look at so many dossiers takes some milliseconds, their deletion some tenths of a second. */
const BATCH = 500;

/** What clocks did and said, once nobody asks any more. */
@Module({})
export class RetentionModule {
  constructor(retention: Retention, @Inject(CONFIG) { CLOCK_RETENTION_MONTHS: months }: Config) {
    retention.add({
      name: 'clocks',
      batch: (transaction, after) => forgetClocks(transaction, { months, after, limit: BATCH }),
    });
  }
}
