import { topicNames, type TopicNames } from '@motcua/service';

/** Of the clocks' events only the overdue causes on overdue dossiers are projected. */
export type KafkaNames = Pick<TopicNames, 'dossierEvents' | 'slaEvents' | 'digitizationEvents'>;
export const kafkaNames: KafkaNames = topicNames;

/** What figures are made of: three streams, each with its offsets. */
export const projectedTopics = ({ dossierEvents, slaEvents, digitizationEvents }: KafkaNames): readonly string[] => [
  dossierEvents,
  slaEvents,
  digitizationEvents,
];
