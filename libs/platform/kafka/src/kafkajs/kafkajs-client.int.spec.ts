import { getTestKafkaBrokers } from '@motcua/testing';
import { describeKafkaClient } from '../client/kafka-client.features.ts';
import { createKafkajsClient } from './create-kafkajs-client.ts';

describeKafkaClient('kafkajs', () => createKafkajsClient({ brokers: getTestKafkaBrokers().split(','), clientId: 'client-spec' }));
