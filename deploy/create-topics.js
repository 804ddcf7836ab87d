/**
 * Creates the topics of `libs/contracts` that are not there yet; existing ones are left as they are.
 *
 *   KAFKA_BROKERS=kafka:9092 node deploy/create-topics.js
 *
 * TLS and an account by the same variables as the services: KAFKA_SSL_CA, KAFKA_SASL_MECHANISM, … (docs/guides/deployment.md).
 */
import { kafkaConfig, loadConfig, toKafkaConnection } from '@motcua/config';
import { topics, toTopicSettings } from '@motcua/contracts';
import { Kafka, logLevel } from 'kafkajs';
import { z } from 'zod';

// Right after its start a broker listens before it can answer: some 40 s of patience in all.
const retry = { retries: 12, initialRetryTime: 300, maxRetryTime: 5_000 };
const connection = toKafkaConnection(loadConfig(z.object(kafkaConfig), process.env));
const admin = new Kafka({ ...connection, clientId: 'create-topics', retry, logLevel: logLevel.WARN }).admin();

await admin.connect();
const existing = new Set(await admin.listTopics());
const missing = Object.values(topics).filter(({ name }) => !existing.has(name));
if (missing.length > 0) await admin.createTopics({ topics: missing.map(toKafkaTopic), waitForLeaders: true });
await admin.disconnect();
console.log(missing.length === 0 ? 'every topic is there' : `created ${missing.map(({ name }) => name).join(', ')}`);

function toKafkaTopic(topic) {
  const configEntries = Object.entries(toTopicSettings(topic)).map(([name, value]) => ({ name, value }));
  // -1: as many replicas as the cluster's default says, one on a single node and three where there are three.
  return { topic: topic.name, numPartitions: topic.partitions, replicationFactor: -1, configEntries };
}
