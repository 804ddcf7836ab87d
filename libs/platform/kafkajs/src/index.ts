/** kafkajs with what no release of it repairs: whoever makes a client takes the class from here. */
import './idle-request-queue.ts';

export { Kafka } from 'kafkajs';
