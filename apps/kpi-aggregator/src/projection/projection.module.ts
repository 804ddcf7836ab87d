import type { KafkaClientPort } from '@motcua/kafka';
import type { LocalDays } from '@motcua/indicators';
import { KAFKA, POOL } from '@motcua/service';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Pool } from 'pg';
import { projectedTopics, type KafkaNames } from '../kafka-names.ts';
import { localDays } from '../time/local-days.ts';
import { LOCAL_DAYS, PROJECTED } from '../tokens.ts';
import { UpdatePublisher } from '../updates/update-publisher.ts';
import { Dictionary } from './dictionary/dictionary.ts';
import { DocumentProjector } from './documents/project-documents.ts';
import { createKpiConsumer } from './kpi.consumer.ts';
import { EventProjector } from './project-events.ts';
import { VerdictProjector } from './verdicts/project-verdicts.ts';

const projectors = [EventProjector, VerdictProjector, DocumentProjector];

/** Three streams become facts and cells. Global, because everything is read from them. */
@Module({})
export class ProjectionModule {
  static forRoot(names: KafkaNames): DynamicModule {
    const topics = projectedTopics(names);
    return {
      module: ProjectionModule,
      global: true,
      controllers: [createKpiConsumer(names)],
      providers: [
        { provide: LOCAL_DAYS, useValue: localDays },
        { provide: PROJECTED, inject: [KAFKA], useFactory: (client: KafkaClientPort) => ({ client, topics }) },
        { provide: Dictionary, inject: [POOL], useFactory: (pool: Pool) => new Dictionary(pool) },
        ...projectors.map((Projector) => ({
          provide: Projector,
          inject: [Dictionary, LOCAL_DAYS],
          useFactory: (dictionary: Dictionary, days: LocalDays) => new Projector(dictionary, days),
        })),
        UpdatePublisher,
      ],
      exports: [LOCAL_DAYS, PROJECTED, ...projectors],
    };
  }
}
