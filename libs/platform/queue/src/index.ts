export { createJobQueue, type JobQueueOptions } from './create-job-queue.ts';
export { type Job, type JobHandler, type JobQueue, type JobWorker, type RateLimit, type WorkOptions } from './job-queue.ts';
export { migrateQueues, type MigrateQueuesOptions } from './migrate-queues.ts';
export { type QueueStore } from './queue-store.ts';
