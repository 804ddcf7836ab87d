import { topics } from '@motcua/contracts';

/** What this service reads and writes in Kafka, by name: tests give their own. */
export interface TopicNames {
  readonly dossierEvents: string;
  readonly slaEvents: string;
  readonly units: string;
  readonly procedures: string;
  readonly calendars: string;
  readonly ruleSets: string;
  readonly reasons: string;
  /** Put before the projection's name to make its consumer group. */
  readonly groupPrefix: string;
}

export const topicNames: TopicNames = {
  dossierEvents: topics.dossierEvents.name,
  slaEvents: topics.slaEvents.name,
  units: topics.units.name,
  procedures: topics.procedures.name,
  calendars: topics.calendars.name,
  ruleSets: topics.ruleSets.name,
  reasons: topics.reasons.name,
  groupPrefix: 'motcua.',
};
