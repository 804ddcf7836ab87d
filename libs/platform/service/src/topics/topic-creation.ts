import { topics, toTopicSettings } from '@motcua/contracts';
import type { HealthReport } from '@motcua/http';
import { sayTooMany, untilKafkaAnswers, type KafkaClientPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import type { TopicKey, TopicNames } from './topic-names.ts';

export interface TopicCreationOptions {
  readonly client: KafkaClientPort;
  readonly names: TopicNames;
  readonly keys: readonly TopicKey[];
  readonly logger: Logger;
}

/**
 * Makes topics that nobody has made yet, with their own partitions and settings, so that it does not matter which service comes first, and
 * refuses one that was given more partitions than its contract has.
 * In the background: a service answers requests without Kafka.
 */
export class TopicCreation {
  #areThere = false;
  #reason = 'the topics are not there yet';

  constructor(private readonly options: TopicCreationOptions) {}

  /** Tries until they are there. @returns false: it was told to stop before */
  async run(signal: AbortSignal): Promise<boolean> {
    const { client, keys, names, logger } = this.options;
    const wanted = keys.map((key) => ({
      name: names[key],
      partitions: topics[key].partitions,
      config: toTopicSettings(topics[key]),
    }));
    const attempt = async (): Promise<void> => {
      try {
        await client.admin.createTopics(wanted);
      } catch (error) {
        this.#reason = `the topics cannot be created yet: ${error instanceof Error ? error.message : String(error)}`;
        throw error;
      }
      await this.#refuseSurplus(wanted);
    };
    await untilKafkaAnswers(attempt, { signal, logger });
    this.#areThere = !signal.aborted;
    return this.#areThere;
  }

  /** Whoever reads or writes by key would have two places for one: nothing begins until the topic is made anew. */
  async #refuseSurplus(wanted: readonly { readonly name: string; readonly partitions: number }[]): Promise<void> {
    for (const { name, partitions } of wanted) {
      if ((await this.options.client.admin.listOffsets(name)).length <= partitions) continue;
      this.#reason = sayTooMany(name, partitions);
      throw new Error(this.#reason);
    }
  }

  report(): HealthReport {
    return this.#areThere ? { ready: true } : { ready: false, reason: this.#reason };
  }
}
