import { topics } from '@motcua/contracts';

/** What this service is called and reads in Kafka: tests give their own. */
export interface KafkaNames {
  readonly dossierEvents: string;
  readonly slaEvents: string;
  readonly kpiUpdates: string;
  readonly units: string;
  readonly procedures: string;
  readonly calendars: string;
  readonly staff: string;
  readonly reasons: string;
  /** Put before a projection's name to make its consumer group. */
  readonly groupPrefix: string;
}

export const kafkaNames: KafkaNames = {
  dossierEvents: topics.dossierEvents.name,
  slaEvents: topics.slaEvents.name,
  kpiUpdates: topics.kpiUpdates.name,
  units: topics.units.name,
  procedures: topics.procedures.name,
  calendars: topics.calendars.name,
  staff: topics.staff.name,
  reasons: topics.reasons.name,
  groupPrefix: 'motcua.',
};
