export { ConfigError } from './config-error.ts';
export { toKafkaConnection, type KafkaConnection, type KafkaSettings } from './kafka-connection.ts';
export { loadConfig } from './load-config.ts';
export {
  askedByServicesConfig,
  authConfig,
  databaseConfig,
  httpConfig,
  kafkaConfig,
  logConfig,
  serviceConfig,
} from './variables.ts';
export { HashKeys, Key256, KeyRing } from './key-ring.ts';
