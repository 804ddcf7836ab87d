/** `@Inject(PROJECTED) projected: Log`: the three streams that figures are made of, and Kafka to ask about them. */
export const PROJECTED = Symbol('PROJECTED');
/** `@Inject(LOCAL_DAYS) days: LocalDays` */
export const LOCAL_DAYS = Symbol('LOCAL_DAYS');
