export { startChild, type ChildProcess, type ChildCommand, type ExitReport } from './child-process.ts';
export { findFreePort, isPortFree } from './free-port.ts';
export { createTopics, type TopicSpec } from './kafka/create-topics.ts';
export { ensureJars, getJarsFolder, hasJars, type JarSet } from './jars.ts';
export { kafkaJars } from './kafka/kafka-jars.ts';
export { findJava } from './kafka/java.ts';
export { proveKafkaReachable, proveKafkaReady } from './kafka/readiness.ts';
export { startEmbeddedKafka, stopLeftoverKafka, type EmbeddedKafka, type EmbeddedKafkaOptions } from './kafka/start-kafka.ts';
export { findCommandLine, isAlive, stopOrphan } from './orphan.ts';
export { executable, findPostgresBinaries, type PostgresBinaries } from './postgres/binaries.ts';
export { deletePostgresData, preparePlaces } from './postgres/places.ts';
export {
  startEmbeddedPostgres,
  stopLeftoverPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './postgres/start-postgres.ts';
