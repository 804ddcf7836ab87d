import { ServiceModule, type ServiceDefinition, type TopicNames } from '@motcua/service';
import { Module, type DynamicModule } from '@nestjs/common';
import type { ApplicantDirectory } from './documents/applicants/applicant-refs.ts';
import { ApplicantsModule } from './documents/applicants/applicants.module.ts';
import { schema, service as name, type Config } from './config.ts';
import { lockAlone } from './outbox/order-locks.ts';
import { digitizationEvents } from './outbox/digitization-events.relay.ts';
import { DocumentsModule } from './documents/documents.module.ts';
import { OnDossierEventModule } from './consumers/on-dossier-event/on-dossier-event.module.ts';
import { ImportsModule } from './documents/imports/imports.module.ts';
import { KeysModule } from './keys/keys.module.ts';
import { digitizationMigrations as migrations } from './migrations/migrate-digitization.ts';
import { ReferenceData } from './reference/reference-data.ts';
import { RetentionModule } from './retention/retention.module.ts';
import { StorageModule } from './files/storage/storage.module.ts';
import { UploadsModule } from './uploads/uploads.module.ts';

export interface DigitizationOptions {
  readonly config: Config;
  readonly topicNames?: TopicNames;
  /** In place of dossier-intake. */
  readonly directory?: ApplicantDirectory;
  /** Options of the runtime for the threads that examine files. */
  readonly examinerExecArgv?: string[];
}

/** Commands wait while a batch is written: shorter transactions than the transport's own. */
const maxMessagesPerTransaction = 1_000;

const definition: ServiceDefinition = {
  name,
  schema,
  migrations,
  topics: ['dossierEvents', 'digitizationEvents'],
  relays: [digitizationEvents],
  consumers: {
    deadLetters: 'v1/digitization/dlq',
    rebuild: { path: 'v1/digitization/rebuild', archives: { dossierEvents: 'intake.archive' } },
    beginWith: lockAlone,
    maxMessagesPerTransaction,
  },
  reference: { data: ReferenceData, kinds: ['units', 'procedures'], guard: 'every-route' },
  keepsAnswers: true,
};

@Module({})
export class AppModule {
  static forRoot({ config, topicNames, directory, examinerExecArgv }: DigitizationOptions): DynamicModule {
    const service = ServiceModule.forRoot(definition, { config, topicNames });
    return {
      module: AppModule,
      imports: [
        ...[
          service,
          StorageModule,
          ApplicantsModule.forRoot(directory),
          DocumentsModule,
          UploadsModule.forRoot(examinerExecArgv),
        ],
        ...[OnDossierEventModule, ImportsModule, RetentionModule, KeysModule],
      ],
    };
  }
}
