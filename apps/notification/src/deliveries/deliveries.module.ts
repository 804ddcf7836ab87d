import type { ServiceSigner } from '@motcua/auth';
import { LOGGER, METRICS } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { CONFIG, POOL } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { createChannels } from '../channels/create-channels.ts';
import { showNotice } from '../channels/inbox/show-notice.ts';
import { WebhookStore } from '../channels/webhooks/webhook.store.ts';
import { WebhooksModule } from '../channels/webhooks/webhooks.module.ts';
import { queueSchema, type Config } from '../config.ts';
import { SERVICE_SIGNER } from '../http/service-signer.module.ts';
import { TemplateBook } from '../templates/template-book.ts';
import { createIntakeForms } from './attachments/intake-forms.ts';
import { createIntakeContacts } from './addresses/intake-contacts.ts';
import { StaffDirectory } from './addresses/staff-directory.ts';
import { CallbacksModule } from './callbacks/callbacks.module.ts';
import { RECORD_REPORT } from './callbacks/provider-report.ts';
import { DeadDeliveries } from './dead/dead-deliveries.store.ts';
import { DeliveriesController } from './dead/deliveries.controller.ts';
import { Deliveries } from './deliveries.ts';
import { DeliveriesLifecycle } from './deliveries-lifecycle.ts';
import { toQueueStore } from './queue/to-queue-store.ts';

/** How what was decided goes out: channels, the queue, and what providers report. */
@Global()
@Module({
  imports: [WebhooksModule, CallbacksModule],
  controllers: [DeliveriesController],
  providers: [
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
          forms: createIntakeForms({
            intakeUrl: config.INTAKE_URL,
            tokens: sign({ audience: 'dossier-intake', scopes: ['contact:read'] }),
          }),
          staff,
          publicUrl: config.PUBLIC_URL,
          renderer,
          metrics,
          log,
        }),
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
  exports: [Deliveries, RECORD_REPORT],
})
export class DeliveriesModule {}
