import { topics } from '@motcua/contracts';

/** What this service reads and writes in Kafka, by name: tests give their own. */
export interface TopicNames {
  readonly dossierEvents: string;
  readonly digitizationEvents: string;
  readonly units: string;
  readonly procedures: string;
  /** Put before the projection's name to make its consumer group. */
  readonly groupPrefix: string;
}

export const topicNames: TopicNames = {
  dossierEvents: topics.dossierEvents.name,
  digitizationEvents: topics.digitizationEvents.name,
  units: topics.units.name,
  procedures: topics.procedures.name,
  groupPrefix: 'motcua.',
};
