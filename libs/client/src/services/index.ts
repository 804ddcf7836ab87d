export { type AskedService, getServiceHealth, isLive, type ServiceHealth } from './health.ts';
export { postToService, type ServiceRequest } from './post-to-service.ts';
