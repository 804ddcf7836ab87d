import { topics } from '@motcua/contracts';

/** The topics this service writes and reads, by name: tests give their own. */
export interface IntakeTopics {
  readonly dossierEvents: string;
  readonly ratingEvents: string;
  readonly units: string;
  readonly procedures: string;
  readonly calendars: string;
  readonly ruleSets: string;
  readonly staff: string;
  readonly reasons: string;
}

export const intakeTopics: IntakeTopics = {
  dossierEvents: topics.dossierEvents.name,
  ratingEvents: topics.ratingEvents.name,
  units: topics.units.name,
  procedures: topics.procedures.name,
  calendars: topics.calendars.name,
  ruleSets: topics.ruleSets.name,
  staff: topics.staff.name,
  reasons: topics.reasons.name,
};
