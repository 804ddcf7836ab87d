export { ConfigError } from './config-error.ts';
export { loadConfig } from './load-config.ts';
export { authConfig, databaseConfig, httpConfig, kafkaConfig, logConfig } from './variables.ts';
