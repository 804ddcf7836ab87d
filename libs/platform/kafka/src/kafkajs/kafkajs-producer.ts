import { CompressionTypes, type ICustomPartitioner, type Kafka, type Producer } from 'kafkajs';
import { createOncePartitioner } from './once-partitioner.ts';
import type { OutgoingRecord, ProducerPort } from '../client/kafka-client.port.ts';

const allInSyncReplicas = -1;

/**
 * Idempotent, `acks=all`. After a rejected send the sequence numbers are in doubt, so the producer is thrown away and the next
 * send begins with a new producer id: what was in doubt may then lie in the log twice, never be missing. Nothing is repeated here:
 * the broker may have come back with less than it had, and only who sends can tell what must go before.
 */
export class KafkajsProducer implements ProducerPort {
  #current: Promise<Producer> | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly partitioner: ICustomPartitioner,
  ) {}

  async send(topic: string, records: readonly OutgoingRecord[]): Promise<Map<number, bigint>> {
    if (records.length === 0) return new Map();
    const producer = await this.#connected();
    try {
      const acknowledged = await producer.send({
        topic,
        acks: allInSyncReplicas,
        compression: CompressionTypes.None,
        messages: records.map((record) => ({ ...record })), // each send's own: `createOncePartitioner` knows them
      });
      return new Map(acknowledged.map(({ partition, baseOffset }) => [partition, BigInt(baseOffset ?? -1)]));
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    const producer = await current?.catch(() => undefined);
    await producer?.disconnect().catch(() => undefined);
  }

  #connected(): Promise<Producer> {
    this.#current ??= this.#connect();
    return this.#current;
  }

  async #connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      allowAutoTopicCreation: false,
      createPartitioner: createOncePartitioner(this.partitioner),
    });
    try {
      await producer.connect();
      return producer;
    } catch (error) {
      this.#current = undefined;
      throw error;
    }
  }
}
