import { getTestKafkaBrokers, waitFor } from '@motcua/testing';
import type { KafkaClientPort, OutgoingRecord, ProducerPort } from '../client/kafka-client.port.ts';
import { createKafkajsClient } from '../kafkajs/create-kafkajs-client.ts';
import type { BatchProjection } from '../projection/batch-projection.ts';
import type { ProjectionRunnerOptions } from '../runner/projection-runner.options.ts';
import { ProjectionRunner } from '../runner/projection-runner.ts';
import type { TransportStatus } from '../runner/transport-status.ts';
import type { Transaction, Transactions } from '../transactions/transaction.ts';
import { createBreakableNetwork, type BreakableNetwork } from './breakable-network.fixture.ts';
import { createLedger, toRecord, type Ledger, type Movement } from './ledger.fixture.ts';

/** Keys of the movements that specs write. */
export const accounts = ['a', 'b', 'c', 'd', 'e'];

export type LedgerProjection = BatchProjection<Movement, number>;
export type LedgerRunner = ProjectionRunner<Movement, number>;
type Options = Partial<ProjectionRunnerOptions<Movement, number>>;

/** Something done around every transaction, to die or fail at a chosen point. Each claim is a transaction too. */
export interface TransactionHooks {
  beforeBegin?: () => Promise<void>;
  beforeCommit?: (transaction: Transaction) => Promise<void>;
  afterCommit?: () => Promise<void>;
}

/** Runners on a real broker and a ledger in a real database, some of which die. */
export class RunnerHarness {
  readonly failures: Error[] = [];
  readonly #brokers: readonly string[];
  readonly client: KafkaClientPort;
  readonly #producer: ProducerPort;
  readonly #runners: LedgerRunner[] = [];
  readonly #mortals: { client: KafkaClientPort; network: BreakableNetwork }[] = [];
  readonly #graves: (() => void)[] = [];

  private constructor(
    readonly ledger: Ledger,
    brokers: string,
  ) {
    this.#brokers = brokers.split(',');
    this.client = createKafkajsClient({ brokers: this.#brokers, clientId: 'stage' });
    this.#producer = this.client.createProducer();
  }

  /** @param brokers those that all suites share, unless told */
  static async open(brokers = getTestKafkaBrokers()): Promise<RunnerHarness> {
    return new RunnerHarness(await createLedger(), brokers);
  }

  async start(projection: LedgerProjection, options: Options = {}): Promise<LedgerRunner> {
    const runner = this.create(projection, options);
    await runner.start();
    return runner;
  }

  /** One that nobody has started yet. */
  create(projection: LedgerProjection, options: Options = {}): LedgerRunner {
    const runner = new ProjectionRunner<Movement, number>({
      client: this.client,
      transactions: this.ledger.transactions,
      schema: 'test',
      projection,
      refreshIntervalMs: 200,
      consumer: { sessionTimeoutMs: 6_000, maxWaitTimeMs: 100 },
      onFailure: (error) => this.failures.push(error),
      ...options,
    });
    this.#runners.push(runner);
    return runner;
  }

  /** A runner that looks at nothing by itself, so that hooks can count its transactions. They may `cut` its network and then `die`. */
  startMortal(projection: LedgerProjection, network: BreakableNetwork, hooks: TransactionHooks): Promise<LedgerRunner> {
    const client = createKafkajsClient({ brokers: this.#brokers, clientId: 'mortal', socketFactory: network.socketFactory });
    this.#mortals.push({ client, network });
    return this.start(projection, {
      client,
      transactions: this.around(hooks),
      maxMessagesPerTransaction: 50,
      refreshIntervalMs: 60_000,
    });
  }

  createNetwork(): BreakableNetwork {
    return createBreakableNetwork();
  }

  around({ beforeBegin, beforeCommit, afterCommit }: TransactionHooks): Transactions {
    const { transactions } = this.ledger;
    return {
      async run(work) {
        await beforeBegin?.();
        const result = await transactions.run(async (transaction) => {
          const inner = await work(transaction);
          await beforeCommit?.(transaction);
          return inner;
        });
        await afterCommit?.();
        return result;
      },
    };
  }

  /** A dead process never goes on; here it does at the end of the test, with an error, so that its connections are given back. */
  die(): Promise<never> {
    return new Promise((_, reject) => {
      this.#graves.push(() => {
        reject(new Error('dead'));
      });
    });
  }

  send(topic: string, records: readonly (Movement | OutgoingRecord)[]): Promise<unknown> {
    return this.#producer.send(
      topic,
      records.map((record) => ('account' in record ? toRecord(record) : record)),
    );
  }

  async untilApplied(count: number): Promise<void> {
    const isApplied = async () => (await this.ledger.listEntries()).length >= count;
    await waitFor(isApplied, { describe: `${count} entries`, timeoutMs: 20_000 });
  }

  untilState(runner: LedgerRunner, state: string): Promise<TransportStatus> {
    const find = () => (runner.status().state === state ? runner.status() : undefined);
    return waitFor(find, { describe: `state ${state}`, timeoutMs: 20_000 });
  }

  /** Between tests. */
  async clear(): Promise<void> {
    for (const grave of this.#graves.splice(0)) grave();
    for (const { network } of this.#mortals) network.mend();
    await Promise.all(this.#runners.splice(0).map((runner) => runner.stop()));
    await Promise.all(this.#mortals.splice(0).map(({ client }) => client.close()));
    this.failures.length = 0;
    await this.ledger.clear();
  }

  async close(): Promise<void> {
    await this.#producer.close();
    await this.client.close();
    await this.ledger.close();
  }
}
