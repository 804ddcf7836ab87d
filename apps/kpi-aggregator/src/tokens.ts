/** `@Inject(POOL) pool: Pool` */
export const POOL = Symbol('POOL');
/** `@Inject(KAFKA) client: KafkaClientPort` */
export const KAFKA = Symbol('KAFKA');
/** `@Inject(KAFKA_NAMES) names: KafkaNames` */
export const KAFKA_NAMES = Symbol('KAFKA_NAMES');
