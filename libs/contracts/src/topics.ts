/** Every topic, its partitions and its keys. `compact` topics keep the last record of each key for ever. */
export const topics = {
  dossierEvents: { name: 'dossier.events.v1', partitions: 6, key: 'dossier id', compact: false },
  slaEvents: { name: 'sla.events.v1', partitions: 6, key: 'dossier id; of calendar-changed the unit', compact: false },
  digitizationEvents: { name: 'digitization.events.v1', partitions: 6, key: 'dossier id', compact: false },
  ratingEvents: { name: 'ratings.events.v1', partitions: 6, key: 'dossier id', compact: false },
  kpiUpdates: { name: 'kpi.updates.v1', partitions: 1, key: 'unit code', compact: false },
  auditAlarms: { name: 'audit.alarms.v1', partitions: 1, key: 'service', compact: false },
  auditSeals: { name: 'audit.seals.v1', partitions: 1, key: 'service', compact: false },
  units: { name: 'ref.units.v1', partitions: 1, key: 'unit code', compact: true },
  procedures: { name: 'ref.procedures.v1', partitions: 1, key: 'procedure code', compact: true },
  calendars: { name: 'ref.calendars.v1', partitions: 1, key: 'calendar id', compact: true },
  ruleSets: { name: 'ref.rule-sets.v1', partitions: 1, key: 'rule set code', compact: true },
  staff: { name: 'ref.staff.v1', partitions: 1, key: 'staff id', compact: true },
  reasons: { name: 'ref.reasons.v1', partitions: 1, key: 'reason code', compact: true },
  institutional: { name: 'ref.institutional.v1', partitions: 1, key: 'kind/unit', compact: true },
} as const satisfies Record<string, TopicDefinition>;

export interface TopicDefinition {
  readonly name: string;
  readonly partitions: number;
  readonly key: string;
  readonly compact: boolean;
}
