import { ServiceModule, type ServiceDefinition, type TopicNames } from '@motcua/service';
import { Module, type DynamicModule } from '@nestjs/common';
import { schema, service as name, type Config } from './config.ts';
import { slaEvents } from './clocks/firing/sla-events.relay.ts';
import { FiringModule } from './clocks/firing/firing.module.ts';
import { lockToFollow } from './outbox/order-locks.ts';
import { OnDossierEventModule } from './consumers/on-dossier-event/on-dossier-event.module.ts';
import { ImportSessionsModule } from './clocks/import-sessions/import-sessions.module.ts';
import { reasonKeys } from './keys/keys.module.ts';
import { slaMigrations as migrations } from './migrations/migrate-sla.ts';
import { ReferenceData } from './reference/reference-data.ts';
import { RetentionModule } from './retention/retention.module.ts';
import { OverdueCausesModule } from './overdue-causes/overdue-causes.module.ts';
import { VerifyModule } from './verify/verify.module.ts';
import { WorklistModule } from './worklist/worklist.module.ts';

export interface SlaTimerOptions {
  readonly config: Config;
  readonly topicNames?: TopicNames;
}

/** Shorter transactions than the transport's own: timers wait for one to end. */
const maxMessagesPerTransaction = 2_000;

const definition: ServiceDefinition = {
  name,
  schema,
  migrations,
  topics: ['dossierEvents', 'slaEvents'],
  relays: [slaEvents],
  consumers: {
    deadLetters: 'v1/sla/dlq',
    rebuild: { path: 'v1/sla/rebuild', archives: { dossierEvents: 'intake.archive' } },
    beginWith: lockToFollow,
    maxMessagesPerTransaction,
  },
  reference: {
    data: ReferenceData,
    kinds: ['units', 'procedures', 'calendars', 'rule-sets', 'reasons'],
    guard: 'every-route',
  },
  keepsAnswers: true,
};

@Module({})
export class AppModule {
  static forRoot({ config, topicNames }: SlaTimerOptions): DynamicModule {
    const service = ServiceModule.forRoot(definition, { config, topicNames });
    const features = [
      OnDossierEventModule,
      FiringModule,
      OverdueCausesModule,
      WorklistModule,
      VerifyModule,
      ImportSessionsModule,
      RetentionModule,
      reasonKeys,
    ];
    return { module: AppModule, imports: [service, ...features] };
  }
}
