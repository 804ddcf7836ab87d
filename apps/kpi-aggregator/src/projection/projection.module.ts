import type { KafkaClientPort } from '@motcua/kafka';
import type { LocalDays } from '@motcua/indicators';
import { KAFKA, POOL } from '@motcua/service';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Pool } from 'pg';
import { projectedTopics, type KafkaNames } from '../kafka-names.ts';
import { localDays } from '../time/local-days.ts';
import { LOCAL_DAYS, PROJECTED } from '../tokens.ts';
import { UpdatePublisher } from '../updates/update-publisher.ts';
import { Dimensions } from './dimensions/dimensions.ts';
import { DocumentProjector } from './documents/project-documents.ts';
import { createKpiConsumer } from './kpi.consumer.ts';
import { EventProjector } from './project-events.ts';
import { OverdueCauseProjector } from './overdue-causes/project-overdue-causes.ts';

const projectors = [EventProjector, OverdueCauseProjector, DocumentProjector];

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
        { provide: Dimensions, inject: [POOL], useFactory: (pool: Pool) => new Dimensions(pool) },
        ...projectors.map((Projector) => ({
          provide: Projector,
          inject: [Dimensions, LOCAL_DAYS],
          useFactory: (dimensions: Dimensions, days: LocalDays) => new Projector(dimensions, days),
        })),
        UpdatePublisher,
      ],
      exports: [LOCAL_DAYS, PROJECTED, ...projectors],
    };
  }
}
