import type { ServiceSigner } from '@motcua/auth';
import { METRICS } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { toTransaction } from '@motcua/postgres';
import type { Provider } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { RECORD_REPORT } from './callbacks/provider-report.ts';
import { createChannels } from './channels/create-channels.ts';
import { queueSchema, type Config } from './config.ts';
import { DeadDeliveries } from './deliveries/dead-deliveries.store.ts';
import { Deliveries } from './deliveries/deliveries.ts';
import { createIntakeContacts } from './deliveries/intake-contacts.ts';
import { toQueueStore } from './deliveries/to-queue-store.ts';
import { showNotice } from './inbox/show-notice.ts';
import { UnitDirectory } from './organisation/unit-directory.ts';
import { openTemplateBook, TemplateBook } from './templates/template-book.ts';
import { ENQUEUE, POOL, SERVICE_SIGNER } from './tokens.ts';
import { WEBHOOK_ALLOW_PRIVATE } from './webhooks/webhooks.controller.ts';
import { WebhookStore } from './webhooks/webhook.store.ts';

/** How what was decided goes out: templates, channels, the queue, and what providers report. */
export const createSendingProviders = (config: Config, logger: Logger): Provider[] => [
  { provide: TemplateBook, useFactory: () => openTemplateBook({ smsUnicode: config.SMS_UNICODE }) },
  { provide: WebhookStore, inject: [POOL], useFactory: (pool: Pool) => new WebhookStore(toTransaction(pool)) },
  { provide: WEBHOOK_ALLOW_PRIVATE, useValue: config.WEBHOOK_ALLOW_PRIVATE },
  {
    provide: Deliveries,
    inject: [POOL, SERVICE_SIGNER, TemplateBook, WebhookStore, UnitDirectory, METRICS],
    useFactory: (
      pool: Pool,
      sign: ServiceSigner,
      renderer: TemplateBook,
      webhooks: WebhookStore,
      staff: UnitDirectory,
      metrics: Registry,
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
        log: logger,
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
];
