export { clockNow } from './clock-now.ts';
export { EntitySource, type EntitySourceOptions } from './entity-source.ts';
export { inEntityTransaction } from './in-entity-transaction.ts';
