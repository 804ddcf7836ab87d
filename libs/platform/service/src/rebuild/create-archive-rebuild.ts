import { BatchKafkaServer } from '@motcua/kafka';
import type { DynamicModule } from '@nestjs/common';
import type { Pool } from 'pg';
import { POOL } from '../tokens.ts';
import { ArchiveRebuilder, type Archives } from './archive-rebuilder.ts';
import { RebuildModule } from './rebuild.module.ts';
import { REBUILDER } from './rebuilder.ts';

/** The rebuild of a service whose consumers change nothing by what they have seen before. */
export const createArchiveRebuild = ({ path, archives }: { path: string; archives: Archives }): DynamicModule =>
  RebuildModule.at(path, [
    {
      provide: REBUILDER,
      inject: [BatchKafkaServer, POOL],
      useFactory: (server: BatchKafkaServer, pool: Pool) => new ArchiveRebuilder(server, pool, archives),
    },
  ]);
