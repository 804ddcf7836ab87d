import type { KafkaClientPort } from '@motcua/kafka';
import type { TopicNames } from '@motcua/service';

/** Names the projection in `consumer_offset` and `dlq_event`, and its consumer group. */
export const PROJECTION = 'kpi';

/** Of the clocks' events only the overdue causes on overdue dossiers are projected. */
export type ProjectedNames = Pick<
  TopicNames,
  'dossierEvents' | 'slaEvents' | 'digitizationEvents' | 'ratingEvents' | 'institutional'
>;

/** `@Inject(PROJECTED) log: ProjectedLog` */
export const PROJECTED = Symbol('PROJECTED');

/** What figures are made of: five streams, each with its offsets, and Kafka to ask about them. */
export interface ProjectedLog {
  readonly client: KafkaClientPort;
  readonly topics: readonly string[];
}

export const toProjectedLog = (
  client: KafkaClientPort,
  { dossierEvents, slaEvents, digitizationEvents, ratingEvents, institutional }: ProjectedNames,
): ProjectedLog => ({ client, topics: [dossierEvents, slaEvents, digitizationEvents, ratingEvents, institutional] });
