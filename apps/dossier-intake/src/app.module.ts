import { ServiceModule, type ServiceDefinition, type TopicNames } from '@motcua/service';
import { EntitiesModule } from '@motcua/service/entities';
import { Module, type DynamicModule } from '@nestjs/common';
import { AbsencesModule } from './absences/absences.module.ts';
import { ApplicantRightsModule } from './applicant-rights/applicant-rights.module.ts';
import { ApplicantsModule } from './applicants/applicants.module.ts';
import { CalendarChangeModule } from './calendar-change/calendar-change.module.ts';
import { schema, service as name, type Config } from './config.ts';
import { ContactsModule } from './contacts/contacts.module.ts';
import { DeskEntriesModule } from './desk-entries/desk-entries.module.ts';
import { DossiersModule } from './dossiers/dossiers.module.ts';
import { createDossierEventsRelay } from './outbox/dossier-events.relay.ts';
import { OutboxModule } from './outbox/outbox.module.ts';
import { FormsModule } from './forms/forms.module.ts';
import { EventsModule } from './events/events.module.ts';
import { FeesModule } from './fees/fees.module.ts';
import { ImportSessionsModule } from './events/import-sessions/import-sessions.module.ts';
import { LookUpsModule } from './look-ups/look-ups.module.ts';
import { intakeMigrations as migrations } from './migrations/migrate-intake.ts';
import { ratingEvents } from './outbox/rating-events.relay.ts';
import { RatingsModule } from './ratings/ratings.module.ts';
import { SlipsModule } from './slips/slips.module.ts';
import { ReformsModule } from './reforms/reforms.module.ts';
import { ReferenceController } from './reference/reference.controller.ts';
import { ReferenceData } from './reference/reference-data.ts';

export interface IntakeOptions {
  readonly config: Config;
  readonly topicNames?: TopicNames;
  /** Epoch milliseconds; the clock of the machine unless a test brings its own. */
  readonly now?: () => number;
}

const definition: ServiceDefinition = {
  name,
  schema,
  migrations,
  topics: ['dossierEvents', 'ratingEvents'],
  reference: {
    data: ReferenceData,
    kinds: ['units', 'procedures', 'calendars', 'rule-sets', 'staff', 'reasons'],
    // Without staff dossiers are received all the same; whoever names an officer is told to enter them.
    mayLack: ['staff'],
    guard: 'every-route',
  },
  keepsAnswers: true,
};

@Module({})
export class AppModule {
  static forRoot({ config, topicNames, now }: IntakeOptions): DynamicModule {
    const relays = [createDossierEventsRelay(config.LOG_PROGRESS_IDLE_SECONDS), ratingEvents];
    const service = ServiceModule.forRoot({ ...definition, relays }, { config, topicNames, now });
    const features = [
      ApplicantsModule,
      DeskEntriesModule,
      ContactsModule,
      DossiersModule,
      ApplicantRightsModule,
      CalendarChangeModule,
      ReformsModule,
      OutboxModule,
      EventsModule,
      ImportSessionsModule,
      LookUpsModule,
      FeesModule,
      SlipsModule,
      FormsModule,
      AbsencesModule,
    ];
    return {
      module: AppModule,
      imports: [service, EntitiesModule.forRoot(schema), ...features, RatingsModule],
      controllers: [ReferenceController],
    };
  }
}
