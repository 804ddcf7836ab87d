/** `@Inject(ENQUEUE) enqueue: Enqueue`: wakes the sending of deliveries after the commit that wrote them. */
export const ENQUEUE = Symbol('ENQUEUE');
/** May be lost: what is due is found in its rows. Never fails. */
export type Enqueue = (deliveryIds: readonly string[]) => void;
