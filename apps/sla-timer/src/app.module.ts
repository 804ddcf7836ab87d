import { toAuthOptions } from '@motcua/auth';
import { ServiceModule, type TopicNames } from '@motcua/service';
import { Module, type DynamicModule } from '@nestjs/common';
import { schema, service as name, type Config } from './config.ts';
import { slaEvents } from './events/sla-events.relay.ts';
import { FiringModule } from './firing/firing.module.ts';
import { lockToFollow } from './firing/order-locks.ts';
import { FollowingModule } from './following/following.module.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { KeysModule } from './keys/keys.module.ts';
import { slaMigrations as migrations } from './migrations/migrate-sla.ts';
import { ReferenceData } from './reference/reference-data.ts';
import { VerdictsModule } from './overdue-causes/verdicts.module.ts';
import { WorklistModule } from './worklist/worklist.module.ts';

export interface SlaTimerOptions {
  readonly config: Config;
  readonly topicNames?: TopicNames;
}

/** Shorter transactions than the transport's own: timers wait for one to end. */
const maxMessagesPerTransaction = 2_000;

@Module({})
export class AppModule {
  static forRoot({ config, topicNames }: SlaTimerOptions): DynamicModule {
    const service = ServiceModule.forRoot({
      ...{ name, schema, config, auth: toAuthOptions(config, name), migrations, topicNames },
      topics: ['dossierEvents', 'slaEvents'],
      relays: [slaEvents],
      consumers: { deadLetters: 'v1/sla/dlq', beginWith: lockToFollow, maxMessagesPerTransaction },
      reference: {
        data: ReferenceData,
        kinds: ['units', 'procedures', 'calendars', 'rule-sets', 'reasons'],
        guard: 'every-route',
      },
      keepsAnswers: true,
    });
    const features = [FollowingModule, FiringModule, VerdictsModule, WorklistModule, ImportsModule, KeysModule];
    return { module: AppModule, imports: [service, ...features] };
  }
}
