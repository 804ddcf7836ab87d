import { CreateAuditLog1765400000000 } from '@motcua/audit';
import { BatchHandler, BatchHandlerContext, ok, type BatchItem } from '@motcua/kafka';
import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { migrateService } from '@motcua/postgres';
import { CreateReferenceTables1765300000000 } from '@motcua/reference';
import { Controller, Inject, Injectable, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BackgroundLoops } from '../loops/background-loops.ts';
import { ServiceModule } from '../service.module.ts';
import type { ServiceConfig, ServiceDefinition } from '../service-options.ts';
import type { TopicNames } from '../topics/topic-names.ts';

export const schema = 'ledger';
export const role = 'motcua_ledger_spec';

class CreateLedger1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE entry (text text NOT NULL)');
    await runner.query(`CREATE TABLE consumer_offset (
      projection text NOT NULL, cluster_id text NOT NULL, topic_id text NOT NULL, partition integer NOT NULL, topic text NOT NULL,
      next_offset bigint NOT NULL, epoch bigint NOT NULL, owner text NOT NULL, moved_at timestamptz NOT NULL DEFAULT now(), timeline text,
      PRIMARY KEY (projection, cluster_id, topic_id, partition))`);
    await runner.query(`CREATE TABLE dlq_event (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, projection text NOT NULL, cluster_id text NOT NULL, topic_id text NOT NULL,
      topic text NOT NULL, partition integer NOT NULL, "offset" bigint NOT NULL, key text, payload bytea, headers jsonb NOT NULL,
      published_at timestamptz NOT NULL, reason text NOT NULL, step text NOT NULL, status text NOT NULL DEFAULT 'parked',
      parked_at timestamptz NOT NULL DEFAULT now(), attempts integer NOT NULL DEFAULT 0, last_error text, resolved_at timestamptz,
      resolved_by text, UNIQUE (projection, cluster_id, topic_id, partition, "offset"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE entry, consumer_offset, dlq_event');
  }
}

const migrations = [CreateLedger1700000000000, CreateReferenceTables1765300000000, CreateAuditLog1765400000000];

export const migrateLedger = (adminUrl: string, rolePassword: string): Promise<string[]> =>
  migrateService({ adminUrl, schema, role, rolePassword, migrations });

/** Writes what it consumes; on the word `die` the process that runs it cannot go on. */
@Controller()
class LedgerConsumer {
  @BatchHandler({ projection: 'ledger', topics: ['dossierEvents'], step: ({ value }) => ok(value?.toString() ?? '') })
  async write(@Payload() items: readonly BatchItem<string>[], @Ctx() context: BatchHandlerContext): Promise<void> {
    const texts = items.map(({ value }) => value);
    if (texts.includes('die')) throw new Error('a bug that no retry cures');
    await context.transaction.query('INSERT INTO ledger.entry SELECT unnest($1::text[])', [texts]);
  }
}

/** Turns of a loop, and a word about the end. */
@Injectable()
export class LedgerLoop implements OnApplicationShutdown {
  turns = 0;

  constructor(
    loops: BackgroundLoops,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    loops.add({
      name: 'ledger',
      turn: () => {
        this.turns += 1;
        return Promise.resolve(20);
      },
    });
  }

  onApplicationShutdown(): void {
    this.logger.info('drained');
  }
}

class Units {
  readonly handlers = { units: (): void => undefined };
  remove(): void {
    // nothing is kept of them
  }
}

export interface LedgerOptions {
  readonly config: ServiceConfig;
  readonly topicNames: TopicNames;
}

const definition: ServiceDefinition = {
  name: 'ledger',
  schema,
  migrations,
  topics: ['dossierEvents'],
  consumers: { deadLetters: 'v1/ledger/dlq', refreshIntervalMs: 200 },
  reference: { data: Units, kinds: ['units'], mayLack: ['units'], guard: 'every-route' },
};

/** The smallest service that has all the parts: a consumer, a loop, reference data, dead letters. */
@Module({})
export class LedgerModule {
  static forRoot({ config, topicNames }: LedgerOptions): DynamicModule {
    const service = ServiceModule.forRoot(definition, { config, topicNames });
    return { module: LedgerModule, imports: [service], controllers: [LedgerConsumer], providers: [LedgerLoop] };
  }
}
