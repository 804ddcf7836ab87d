export { type AskedService, getServiceHealth, isLive, type ServiceHealth } from './health.ts';
export { type LongRequest, postAndWait } from './post-and-wait.ts';
