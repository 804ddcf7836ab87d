import { ServiceModule, type ServiceDefinition, topicNames as productionNames, type TopicNames } from '@motcua/service';
import { Module, type DynamicModule } from '@nestjs/common';
import { BoardModule } from './board/board.module.ts';
import { DossiersModule } from './board/dossiers/dossiers.module.ts';
import { LiveModule } from './board/live/live.module.ts';
import { NameDirectory } from './board/names/name-directory.ts';
import { schema, service as name, type Config } from './config.ts';
import { ConsumersModule } from './consumers/consumers.module.ts';
import { throughput } from './consumers/throughput.ts';
import { kpiMigrations as migrations } from './migrations/migrate-kpi.ts';
import { ExportsModule } from './exports/exports.module.ts';
import { KnownBoardsModule } from './periods/known/known-boards.module.ts';
import { PeriodClosesModule } from './periods/period-closes.module.ts';
import { ProjectionModule } from './projection/projection.module.ts';
import { ReportModule } from './report/report.module.ts';
import { StatutoryModule } from './statutory/statutory.module.ts';
import { figureRebuild } from './verify/rebuild/figure-rebuild.ts';
import { VerifyModule } from './verify/verify.module.ts';

export interface KpiOptions {
  readonly config: Config;
  readonly topicNames?: TopicNames;
}

const definition: ServiceDefinition = {
  name,
  schema,
  migrations,
  topics: ['dossierEvents', 'slaEvents', 'digitizationEvents', 'ratingEvents', 'institutional', 'kpiUpdates'],
  consumers: { deadLetters: 'v1/dlq', ...throughput },
  // Figures are counted without names; a board shows codes until they are known.
  reference: { data: NameDirectory, kinds: ['units', 'procedures'], mayLack: ['units', 'procedures'], guard: 'none' },
};

@Module({})
export class AppModule {
  static forRoot({ config, topicNames = productionNames }: KpiOptions): DynamicModule {
    const service = ServiceModule.forRoot(definition, { config, topicNames });
    const projection = [ProjectionModule, ConsumersModule.forRoot(topicNames)];
    const boards = [BoardModule, KnownBoardsModule, DossiersModule, ExportsModule, LiveModule];
    const reports = [ReportModule, StatutoryModule, PeriodClosesModule];
    const features = [...boards, ...reports, VerifyModule, figureRebuild];
    return { module: AppModule, imports: [service, ...projection, ...features] };
  }
}
