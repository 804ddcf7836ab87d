/**
 * Prints what is in a topic and what comes into it, one message a line, until it is stopped with Ctrl+C.
 *
 *   KAFKA_BROKERS=127.0.0.1:9092 node docs/examples/follow-events.js dossier.events.v1
 */
import { randomUUID } from 'node:crypto';
import { argv, env, stderr, stdout } from 'node:process';
import { Kafka, logLevel } from 'kafkajs';

const [topic] = argv.slice(2);
if (topic === undefined || env.KAFKA_BROKERS === undefined) {
  stderr.write('usage: KAFKA_BROKERS=<host:port,…> node follow-events.js <topic>\n');
  process.exit(2);
}

const kafka = new Kafka({ brokers: env.KAFKA_BROKERS.split(','), clientId: 'follow-events', logLevel: logLevel.ERROR });
// A group of its own each time: it reads from the beginning, and takes nothing from any other reader.
const consumer = kafka.consumer({ groupId: `follow-events-${randomUUID()}` });
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await consumer.run({
  eachMessage: async ({ partition, message: { offset, key, value } }) => {
    stdout.write(`${partition}/${offset} ${key ?? '–'} ${value ?? '–'}\n`);
  },
});
