import { toAuthOptions } from '@motcua/auth';
import { ServiceModule, type TopicNames } from '@motcua/service';
import { Module, type DynamicModule } from '@nestjs/common';
import { CallbacksModule } from './callbacks/callbacks.module.ts';
import { schema, service as name, type Config } from './config.ts';
import { DeliveriesModule } from './deliveries/deliveries.module.ts';
import { DigestModule } from './digest/digest.module.ts';
import { InboxModule } from './inbox/inbox.module.ts';
import { notificationMigrations as migrations } from './migrations/migrate-notification.ts';
import { NoticesModule } from './notices/notices.module.ts';
import { UnitDirectory } from './organisation/unit-directory.ts';
import { ProposalsModule } from './proposals/proposals.module.ts';
import { StaffModule } from './staff/staff.module.ts';
import { TargetsModule } from './targets/targets.module.ts';

export interface NotificationOptions {
  readonly config: Config;
  readonly topicNames?: TopicNames;
}

const kinds = ['units', 'procedures', 'calendars', 'staff', 'reasons'] as const;

@Module({})
export class AppModule {
  static forRoot({ config, topicNames }: NotificationOptions): DynamicModule {
    const service = ServiceModule.forRoot({
      ...{ name, schema, config, auth: toAuthOptions(config, name), migrations, topicNames },
      topics: ['dossierEvents', 'slaEvents', 'kpiUpdates'],
      // Small enough for a burst to stay one list, large enough for an import to stream.
      consumers: { deadLetters: 'v1/notification/dlq', maxMessagesPerTransaction: 1_000 },
      // Inbox, callbacks and webhooks go on without: what asks by units is guarded, route by route.
      reference: { data: UnitDirectory, kinds, mayLack: kinds, guard: 'none' },
    });
    const secrets = { sms: config.SMS_CALLBACK_SECRET, zalo: config.ZALO_CALLBACK_SECRET };
    const features = [NoticesModule, DigestModule, ProposalsModule, TargetsModule, InboxModule, StaffModule];
    return { module: AppModule, imports: [service, DeliveriesModule, CallbacksModule.forRoot(secrets), ...features] };
  }
}
