import { ServiceModule, type ServiceDefinition, type TopicNames } from '@motcua/service';
import { Module, type DynamicModule } from '@nestjs/common';
import { schema, service as name, type Config } from './config.ts';
import { FigureReportsModule } from './figure-reports/figure-reports.module.ts';
import { InstitutionalModule } from './institutional/institutional.module.ts';
import { catalogueMigrations as migrations } from './migrations/migrate-catalogue.ts';
import { entryEvents } from './outbox/entry-events.relay.ts';
import { RecommendationsModule } from './recommendations/recommendations.module.ts';
import { ReferenceModule } from './entries/reference.module.ts';

const definition: ServiceDefinition = {
  name,
  schema,
  migrations,
  topics: ['units', 'procedures', 'calendars', 'ruleSets', 'staff', 'reasons', 'institutional'],
  relays: [entryEvents],
};

interface CatalogueOptions {
  readonly config: Config;
  /** A suite's own. */
  readonly topicNames?: TopicNames;
}

@Module({})
export class AppModule {
  static forRoot({ config, topicNames }: CatalogueOptions): DynamicModule {
    const service = ServiceModule.forRoot(definition, { config, topicNames });
    return {
      module: AppModule,
      imports: [service, ReferenceModule, InstitutionalModule, FigureReportsModule, RecommendationsModule],
    };
  }
}
