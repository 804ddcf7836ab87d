import type { KafkaClientPort } from '@motcua/kafka';
import { KAFKA, TOPIC_NAMES } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import { LOCAL_DAYS, localDays } from '../time/local-days.ts';
import { Dimensions } from './dimensions/dimensions.ts';
import { DocumentProjector } from './documents/project-documents.ts';
import { InstitutionalProjector } from './institutional/project-institutional.ts';
import { OverdueCauseProjector } from './overdue-causes/project-overdue-causes.ts';
import { EventProjector } from './project-events.ts';
import { RatingProjector } from './ratings/project-ratings.ts';
import { PROJECTED, toProjectedLog, type ProjectedNames } from './projected-log.ts';

const projectors = [EventProjector, OverdueCauseProjector, DocumentProjector, RatingProjector, InstitutionalProjector];

/** Events become facts, cells and what stands beside them. Global, because everything is read from them. */
@Global()
@Module({
  providers: [
    { provide: LOCAL_DAYS, useValue: localDays },
    {
      provide: PROJECTED,
      inject: [KAFKA, TOPIC_NAMES],
      useFactory: (client: KafkaClientPort, names: ProjectedNames) => toProjectedLog(client, names),
    },
    Dimensions,
    ...projectors,
  ],
  exports: [LOCAL_DAYS, PROJECTED, ...projectors],
})
export class ProjectionModule {}
