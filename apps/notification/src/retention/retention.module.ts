import { CONFIG, Retention } from '@motcua/service';
import { Inject, Module } from '@nestjs/common';
import type { Config } from '../config.ts';
import { forgetNotices } from './forget-notices.ts';

/** Some tenths of a second, and nobody who sends waits longer. */
const BATCH = 500;

/** Notices that nobody needs any more. */
@Module({})
export class RetentionModule {
  constructor(retention: Retention, @Inject(CONFIG) { NOTICE_RETENTION_DAYS: days }: Config) {
    retention.add({
      name: 'notices',
      batch: (transaction, after) => forgetNotices(transaction, { days, after, limit: BATCH }),
    });
  }
}
