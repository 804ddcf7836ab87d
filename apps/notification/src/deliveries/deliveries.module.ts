import { createServiceSigner, type ServiceSigner } from '@motcua/auth';
import { LOGGER, METRICS } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { toTransaction } from '@motcua/postgres';
import { CONFIG, POOL } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { RECORD_REPORT } from '../callbacks/provider-report.ts';
import { createChannels } from '../channels/create-channels.ts';
import { queueSchema, service, type Config } from '../config.ts';
import { showNotice } from '../inbox/show-notice.ts';
import { openTemplateBook, TemplateBook } from '../templates/template-book.ts';
import { TemplatesController } from '../templates/templates.controller.ts';
import { ENQUEUE, SERVICE_SIGNER } from '../tokens.ts';
import { WEBHOOK_ALLOW_PRIVATE, WebhooksController } from '../webhooks/webhooks.controller.ts';
import { WebhookStore } from '../webhooks/webhook.store.ts';
import { DeadDeliveries } from './dead-deliveries.store.ts';
import { Deliveries } from './deliveries.ts';
import { DeliveriesController } from './deliveries.controller.ts';
import { DeliveriesLifecycle } from './deliveries-lifecycle.ts';
import { createIntakeContacts } from './intake-contacts.ts';
import { StaffDirectory } from './staff-directory.ts';
import { toQueueStore } from './to-queue-store.ts';

/** How what was decided goes out: templates, channels, the queue, webhooks, and what providers report. */
@Global()
@Module({
  controllers: [DeliveriesController, TemplatesController, WebhooksController],
  providers: [
    {
      provide: SERVICE_SIGNER,
      inject: [CONFIG],
      useFactory: ({ SERVICE_KEY: keyFile }: Config) => createServiceSigner({ keyFile, service }),
    },
    {
      provide: TemplateBook,
      inject: [CONFIG],
      useFactory: ({ SMS_UNICODE: smsUnicode }: Config) => openTemplateBook({ smsUnicode }),
    },
    { provide: WebhookStore, inject: [POOL], useFactory: (pool: Pool) => new WebhookStore(toTransaction(pool)) },
    { provide: WEBHOOK_ALLOW_PRIVATE, inject: [CONFIG], useFactory: (config: Config) => config.WEBHOOK_ALLOW_PRIVATE },
    {
      provide: Deliveries,
      inject: [CONFIG, POOL, SERVICE_SIGNER, TemplateBook, WebhookStore, StaffDirectory, METRICS, LOGGER],
      useFactory: (
        config: Config,
        pool: Pool,
        sign: ServiceSigner,
        renderer: TemplateBook,
        webhooks: WebhookStore,
        staff: StaffDirectory,
        metrics: Registry,
        log: Logger,
      ) =>
        new Deliveries({
          pool,
          store: toQueueStore({ redisUrl: config.REDIS_URL, databaseUrl: config.DATABASE_URL, schema: queueSchema }),
          channels: createChannels(config, {
            showInApp: ({ deliveryId }) => showNotice(pool, deliveryId),
            findWebhook: (id) => webhooks.findTarget(id),
          }),
          contacts: createIntakeContacts({
            intakeUrl: config.INTAKE_URL,
            publicUrl: config.PUBLIC_URL,
            tokens: sign({ audience: 'dossier-intake', scopes: ['contact:read'] }),
          }),
          staff,
          renderer,
          metrics,
          log,
        }),
    },
    {
      provide: ENQUEUE,
      inject: [Deliveries],
      useFactory: (deliveries: Deliveries) => (ids: readonly string[]) => {
        deliveries.enqueue(ids);
      },
    },
    { provide: DeadDeliveries, inject: [Deliveries], useFactory: ({ dead }: Deliveries) => dead },
    {
      provide: RECORD_REPORT,
      inject: [Deliveries],
      useFactory:
        ({ callbacks }: Deliveries) =>
        (report: Parameters<Deliveries['callbacks']['recordCallback']>[0]) =>
          callbacks.recordCallback(report),
    },
    StaffDirectory,
    DeliveriesLifecycle,
  ],
  exports: [SERVICE_SIGNER, TemplateBook, ENQUEUE, RECORD_REPORT],
})
export class DeliveriesModule {}
