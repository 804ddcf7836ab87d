/** `@Inject(CONFIG) config: Config`, as the service's schema gave it. */
export const CONFIG = Symbol('CONFIG');
/** `@Inject(NOW) now: () => number`: epoch milliseconds of the machine's clock, or of a spec's. */
export const NOW = Symbol('NOW');
/** `@Inject(POOL) pool: Pool`, of the service's own role and schema. */
export const POOL = Symbol('POOL');
/** `@Inject(KAFKA) client: KafkaClientPort` */
export const KAFKA = Symbol('KAFKA');
/** `@Inject(PRODUCER) producer: ProducerPort`, the one of the service. */
export const PRODUCER = Symbol('PRODUCER');
/** `@Inject(TOPIC_NAMES) names: TopicNames` */
export const TOPIC_NAMES = Symbol('TOPIC_NAMES');
/** `@Inject(RELAY) relay: Relay`: the one that publishes the service's events. */
export const RELAY = Symbol('RELAY');
