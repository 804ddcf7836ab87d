import type { Fault } from './fault.ts';
import { duplicates, poison } from './log-faults.ts';
import { connectionsCut, delayed, halfOpen } from './network-faults.ts';
import { handlerThrows } from './rights-taken.ts';
import {
  kafkaAway,
  kafkaAwayLong,
  serverCrashed,
  serverKilled,
  serverRestarted,
  serverStopped,
  sessionsEnded,
  slowCommits,
} from './server-faults.ts';
import { databaseDiskFull } from './database-disk-full.ts';
import { databaseRestored } from './database-restored.ts';
import { logTailLost } from './log-tail-lost.ts';
import { redisFlushed } from './redis-flushed.ts';
import { releasesSideBySide } from './releases-side-by-side.ts';
import { diskFull } from './disk-full.ts';
import { clockWrong, consumerTakeover, relayTakeover } from './standby-faults.ts';
import { rollingRestart, serviceKilled, serviceStopped, zombie } from './service-faults.ts';

/** Every way in which the campaign breaks something. */
export const faults: readonly Fault[] = [
  serviceKilled,
  serviceStopped,
  zombie,
  rollingRestart,
  serverKilled,
  serverStopped,
  serverRestarted,
  serverCrashed,
  sessionsEnded,
  slowCommits,
  kafkaAway,
  connectionsCut,
  halfOpen,
  delayed,
  duplicates,
  poison,
  consumerTakeover,
  relayTakeover,
  handlerThrows,
  diskFull,
  databaseDiskFull,
  clockWrong,
  redisFlushed,
  logTailLost,
  databaseRestored,
  releasesSideBySide,
  kafkaAwayLong,
];
