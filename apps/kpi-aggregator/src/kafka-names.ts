import { topics } from '@motcua/contracts';

/** What this service is called and reads and writes in Kafka: tests give their own. */
export interface KafkaNames {
  readonly dossierEvents: string;
  /** Of these only the overdue causes on overdue dossiers are projected. */
  readonly slaEvents: string;
  readonly digitizationEvents: string;
  readonly kpiUpdates: string;
  readonly units: string;
  readonly procedures: string;
  /** Put before the projection's name to make its consumer group. */
  readonly groupPrefix: string;
}

export const kafkaNames: KafkaNames = {
  dossierEvents: topics.dossierEvents.name,
  slaEvents: topics.slaEvents.name,
  digitizationEvents: topics.digitizationEvents.name,
  kpiUpdates: topics.kpiUpdates.name,
  units: topics.units.name,
  procedures: topics.procedures.name,
  groupPrefix: 'motcua.',
};

/** What figures are made of: three streams, each with its offsets. */
export const projectedTopics = ({ dossierEvents, slaEvents, digitizationEvents }: KafkaNames): readonly string[] => [
  dossierEvents,
  slaEvents,
  digitizationEvents,
];
