import type { Queryable } from '@motcua/postgres';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { DeadLetterOperations } from '../dead-letters/dead-letter.operations.ts';
import { silentLog } from '../client/transport-log.ts';
import type { Neighbours } from '../neighbours/neighbours.ts';
import type { BatchProjection } from '../projection/batch-projection.ts';
import type { ProjectionRunnerOptions } from '../runner/projection-runner.options.ts';
import { ProjectionRunner } from '../runner/projection-runner.ts';
import { rebuildProjection, type RebuildProgress } from '../rebuild/rebuild-projection.ts';
import type { TransportStatus } from '../runner/transport-status.ts';
import { batchKafkaTransport } from './batch-handler.decorator.ts';
import { toProjection } from './to-projection.ts';

export type BatchKafkaServerOptions = Omit<ProjectionRunnerOptions<unknown, unknown>, 'projection' | 'groupId' | 'neighbours'> & {
  /** Begin and end with the server. */
  readonly neighbours?: Neighbours;
  /** Put before each projection's name to make its group id, for example `motcua.`. */
  readonly groupPrefix?: string;
  /** What the topics that a handler names are called; a name that is not in it stands for itself. */
  readonly topicNames?: Readonly<Record<string, string>>;
};

/**
 * Nest's transport for whole batches: `app.connectMicroservice({ strategy: new BatchKafkaServer({ … }) })`. Each `@BatchHandler`
 * becomes a projection with a consumer of its own. Starting does not wait for Kafka: `listProjectionStatus()` tells when it runs.
 */
export class BatchKafkaServer extends Server implements CustomTransportStrategy {
  override readonly transportId = batchKafkaTransport;
  // the errors come back as values and are dealt with here; Nest need not log them
  override readonly propagatesEventHandlerErrors = true;
  #runners: ProjectionRunner<unknown, unknown>[] = [];
  #projections: BatchProjection[] = [];

  constructor(private readonly options: BatchKafkaServerOptions) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    const { groupPrefix = '', topicNames = {}, ...options } = this.options;
    try {
      this.#projections = [...this.messageHandlers].map(([pattern, handler]) => toProjection(pattern, handler, topicNames));
    } catch (error) {
      callback(error);
      return;
    }
    this.#runners = this.#projections.map(
      (projection) => new ProjectionRunner({ ...options, projection, groupId: `${groupPrefix}${projection.name}` }),
    );
    options.neighbours?.start();
    for (const runner of this.#runners) void this.#start(runner);
    callback();
  }

  /** Lets the batches in hand end and leaves the groups. */
  async close(): Promise<void> {
    await Promise.all(this.#runners.map((runner) => runner.stop()));
    // Last: who leaves lives until it has left.
    await this.options.neighbours?.stop();
  }

  /** One status per projection. */
  listProjectionStatus(): readonly TransportStatus[] {
    return this.#runners.map((runner) => runner.status());
  }

  /** Group → dead members that this process took out of it, since the start. */
  listDismissed(): ReadonlyMap<string, number> {
    return this.options.neighbours?.dismissed ?? new Map();
  }

  /** Replays run through the registered handlers. */
  createDeadLetterOperations(): DeadLetterOperations {
    const { transactions, schema } = this.options;
    return new DeadLetterOperations({ transactions, schema, projections: () => this.#projections });
  }

  /**
   * Makes the projections whole from the event tables behind their topics.
   *
   * @param archives topic, by its name or its key of `topicNames` → relation
   */
  async rebuild(archives: Readonly<Record<string, string>>, database: Queryable, progress: RebuildProgress): Promise<void> {
    const {
      client,
      transactions,
      schema,
      topicNames = {},
      maxMessagesPerTransaction: chunkSize = 1_000,
      log = silentLog,
    } = this.options;
    const named = new Map(Object.entries(archives).map(([topic, relation]) => [topicNames[topic] ?? topic, relation]));
    for (const projection of this.#projections)
      await rebuildProjection({ client, transactions, database, schema, projection, archives: named, chunkSize, log }, progress);
  }

  on(): never {
    throw new Error('this transport has no events to subscribe to; read listProjectionStatus() instead');
  }

  unwrap(): never {
    throw new Error('there is no one client behind this transport');
  }

  async #start(runner: ProjectionRunner<unknown, unknown>): Promise<void> {
    try {
      await runner.start();
    } catch (error) {
      this.options.onFailure(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
