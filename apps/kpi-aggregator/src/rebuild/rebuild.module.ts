import { POOL } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { DocumentProjector } from '../projection/documents/project-documents.ts';
import { EventProjector } from '../projection/project-events.ts';
import { OverdueCauseProjector } from '../projection/overdue-causes/project-overdue-causes.ts';
import { PROJECTED } from '../tokens.ts';
import type { Log } from '../verify/await-applied.ts';
import { RebuildController } from './rebuild.controller.ts';
import { RebuildService } from './rebuild.service.ts';
import { Rebuilder } from './rebuilder.ts';

/** Facts and cells anew, beside the ones in use. */
@Module({
  controllers: [RebuildController],
  providers: [
    {
      provide: Rebuilder,
      inject: [POOL, PROJECTED, EventProjector, OverdueCauseProjector, DocumentProjector],
      useFactory: (pool: Pool, log: Log, events: EventProjector, causes: OverdueCauseProjector, documents: DocumentProjector) =>
        new Rebuilder(pool, log, { events, causes, documents }),
    },
    RebuildService,
  ],
})
export class RebuildModule {}
