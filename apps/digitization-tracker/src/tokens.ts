/** `@Inject(POOL) pool: Pool` */
export const POOL = Symbol('POOL');
/** `@Inject(KAFKA) client: KafkaClientPort` */
export const KAFKA = Symbol('KAFKA');
/** `@Inject(RELAY) relay: Relay` */
export const RELAY = Symbol('RELAY');
/** `@Inject(STORE) store: ContentStore` */
export const STORE = Symbol('STORE');
