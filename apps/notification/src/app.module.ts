import { ServiceModule, type ServiceDefinition, type TopicNames } from '@motcua/service';
import { EntitiesModule } from '@motcua/service/entities';
import { Module, type DynamicModule } from '@nestjs/common';
import { InboxModule } from './channels/inbox/inbox.module.ts';
import { schema, service as name, type Config } from './config.ts';
import { OnAuditAlarmModule } from './consumers/on-audit-alarm/on-audit-alarm.module.ts';
import { OnDossierEventModule } from './consumers/on-dossier-event/on-dossier-event.module.ts';
import { OnSlaEventModule } from './consumers/on-sla-event/on-sla-event.module.ts';
import { DeliveriesModule } from './deliveries/deliveries.module.ts';
import { ServiceSignerModule } from './http/service-signer.module.ts';
import { notificationMigrations as migrations } from './migrations/migrate-notification.ts';
import { DigestModule } from './notices/digest/digest.module.ts';
import { NoticesModule } from './notices/notices.module.ts';
import { ProposalsModule } from './notices/proposals/proposals.module.ts';
import { OneTimeCodesModule } from './one-time-codes/one-time-codes.module.ts';
import { StaffModule } from './people/staff.module.ts';
import { UnitDirectory } from './people/unit-directory.ts';
import { RetentionModule } from './retention/retention.module.ts';
import { TargetsModule } from './targets/targets.module.ts';
import { TemplatesModule } from './templates/templates.module.ts';

export interface NotificationOptions {
  readonly config: Config;
  readonly topicNames?: TopicNames;
}

const kinds = ['units', 'procedures', 'calendars', 'staff', 'reasons'] as const;
const consuming = [OnDossierEventModule, OnSlaEventModule, OnAuditAlarmModule];
const planning = [NoticesModule, DigestModule, ProposalsModule, TargetsModule];
const sending = [ServiceSignerModule, TemplatesModule, DeliveriesModule, InboxModule, OneTimeCodesModule, RetentionModule];

const definition: ServiceDefinition = {
  name,
  schema,
  migrations,
  topics: ['dossierEvents', 'slaEvents', 'kpiUpdates', 'auditAlarms'],
  consumers: {
    deadLetters: 'v1/notification/dlq',
    rebuild: { path: 'v1/notification/rebuild', archives: { dossierEvents: 'intake.archive', slaEvents: 'sla.archive' } },
    // Small enough for a burst to stay one list, large enough for an import to stream.
    maxMessagesPerTransaction: 1_000,
  },
  // Inbox, callbacks and webhooks go on without: what asks by units is guarded, route by route.
  reference: { data: UnitDirectory, kinds, mayLack: kinds, guard: 'none' },
};

@Module({})
export class AppModule {
  static forRoot({ config, topicNames }: NotificationOptions): DynamicModule {
    const service = ServiceModule.forRoot(definition, { config, topicNames });
    const entities = EntitiesModule.forRoot(schema);
    return { module: AppModule, imports: [service, entities, ...sending, ...planning, ...consuming, StaffModule] };
  }
}
