import { createStreamSemaphore, LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { toTransaction } from '@motcua/postgres';
import { CONFIG, POOL } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { TemplateBook } from '../templates/template-book.ts';
import { InboxController } from './inbox.controller.ts';
import { InboxHub } from './inbox-hub.ts';
import { InboxStore } from './inbox.store.ts';

/** Notices as people see them, live. */
@Module({
  controllers: [InboxController],
  providers: [
    {
      provide: InboxStore,
      inject: [POOL, TemplateBook],
      useFactory: (pool: Pool, templates: TemplateBook) => new InboxStore(toTransaction(pool), templates),
    },
    {
      provide: InboxHub,
      inject: [CONFIG, InboxStore, LOGGER],
      useFactory: (config: Config, inboxes: InboxStore, logger: Logger) => {
        const { INBOX_STREAMS_PER_SUBJECT: perSubject, INBOX_STREAMS: inAll } = config;
        return new InboxHub(inboxes, createStreamSemaphore({ subject: 'inbox', perSubject, inAll }), (err) => {
          logger.warn({ err }, 'live inboxes could not be read and are tried again');
        });
      },
    },
  ],
})
export class InboxModule {}
