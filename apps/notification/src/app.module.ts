import { AuthModule, createServiceSigner, toAuthOptions } from '@motcua/auth';
import { toKafkaConnection } from '@motcua/config';
import { createKafkajsClient } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { createPool } from '@motcua/postgres';
import { createOperatorsDeadLetters, REFERENCE } from '@motcua/service';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { CallbacksController } from './callbacks/callbacks.controller.ts';
import { createCallbackProviders } from './callbacks/create-callback-providers.ts';
import { schema, service, type Config } from './config.ts';
import { DeliveriesController } from './deliveries/deliveries.controller.ts';
import { InboxController } from './inbox/inbox.controller.ts';
import type { KafkaNames } from './kafka-names.ts';
import { Lifecycle } from './lifecycle.ts';
import { createNoticeConsumer } from './notices/notice.consumer.ts';
import { NoticesController } from './notices/notices.controller.ts';
import { createNoticeProviders } from './notice.providers.ts';
import { UnitDirectory } from './organisation/unit-directory.ts';
import { RulesController } from './rules/rules.controller.ts';
import { createSendingProviders } from './sending.providers.ts';
import { ContactsController } from './staff/contacts.controller.ts';
import { TargetsController } from './targets/targets.controller.ts';
import { TemplatesController } from './templates/templates.controller.ts';
import { CONFIG, KAFKA, KAFKA_NAMES, POOL, SERVICE_SIGNER } from './tokens.ts';
import { WebhooksController } from './webhooks/webhooks.controller.ts';

/** Composition root, with `*.providers.ts` beside it: the only places that know which concrete class serves what. */
@Module({})
export class AppModule {
  static forRoot(config: Config, logger: Logger, names: KafkaNames): DynamicModule {
    return {
      module: AppModule,
      imports: [AuthModule.forRoot(toAuthOptions(config, service))],
      controllers: [
        createNoticeConsumer(names),
        NoticesController,
        InboxController,
        ContactsController,
        RulesController,
        TargetsController,
        TemplatesController,
        DeliveriesController,
        CallbacksController,
        WebhooksController,
        createOperatorsDeadLetters('v1/notification/dlq'),
      ],
      providers: [
        ...createConnections(config, logger, names),
        ...createSendingProviders(config, logger),
        ...createCallbackProviders({ sms: config.SMS_CALLBACK_SECRET, zalo: config.ZALO_CALLBACK_SECRET }),
        ...createNoticeProviders(config, logger, names),
        // Inbox, callbacks and webhooks go on without: what asks by units is guarded, route by route.
        { provide: REFERENCE, useExisting: UnitDirectory },
        Lifecycle,
      ],
    };
  }
}

const createConnections = (config: Config, logger: Logger, names: KafkaNames): Provider[] => [
  { provide: CONFIG, useValue: config },
  { provide: KAFKA_NAMES, useValue: names },
  {
    provide: POOL,
    useFactory: () =>
      createPool({
        url: config.DATABASE_URL,
        schema,
        applicationName: service,
        poolSize: config.DATABASE_POOL_SIZE,
        onIdleError: (err) => {
          logger.warn({ err }, 'an idle database connection died');
        },
      }),
  },
  { provide: KAFKA, useFactory: () => createKafkajsClient({ ...toKafkaConnection(config), clientId: service, log: logger }) },
  {
    provide: SERVICE_SIGNER,
    useFactory: () => createServiceSigner({ keyFile: config.SERVICE_KEY, service }),
  },
];
