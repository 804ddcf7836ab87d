export { createLogger, type Logger, type LoggerOptions } from './create-logger.ts';
export { createMetrics } from './create-metrics.ts';
export { NestLogger } from './nest-logger.ts';
export { withoutDatabaseText } from './database-text.ts';
export { maskPersonalData } from './mask-personal-data.ts';
