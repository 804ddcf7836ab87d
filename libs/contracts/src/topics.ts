/** A wake-up is worth nothing once whoever waits for it has looked by themselves. */
const WAKE_UP_KEPT_MS = 10 * 60_000;

/** Every topic, its partitions and its keys. `compact` topics keep the last record of each key for ever. */
export const topics = {
  dossierEvents: { name: 'dossier.events.v1', partitions: 6, key: 'dossier id', compact: false },
  slaEvents: { name: 'sla.events.v1', partitions: 6, key: 'dossier id; of calendar-changed the unit', compact: false },
  digitizationEvents: { name: 'digitization.events.v1', partitions: 6, key: 'dossier id', compact: false },
  ratingEvents: { name: 'ratings.events.v1', partitions: 6, key: 'dossier id', compact: false },
  kpiUpdates: { name: 'kpi.updates.v1', partitions: 1, key: 'unit code', compact: false, keptForMs: WAKE_UP_KEPT_MS },
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
  /** How long Kafka keeps a record of a topic that is not compacted; seven days unless told. */
  readonly keptForMs?: number;
}

/** Kafka keeps events for 7 days; the event table is the archive. */
const EVENTS_KEPT_MS = 7 * 24 * 3_600_000;

/**
 * The settings of a topic by Kafka's names. Only closed segments are deleted, and one is closed after seven days unless told: what is kept
 * for minutes needs segments of minutes.
 */
export function toTopicSettings({ compact, keptForMs = EVENTS_KEPT_MS }: TopicDefinition): Readonly<Record<string, string>> {
  if (compact) return { 'cleanup.policy': 'compact' };
  const kept = { 'retention.ms': String(keptForMs) };
  return keptForMs < EVENTS_KEPT_MS ? { ...kept, 'segment.ms': String(keptForMs) } : kept;
}
