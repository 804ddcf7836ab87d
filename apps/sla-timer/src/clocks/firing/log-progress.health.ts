import { HealthChecks, type HealthReport } from '@motcua/http';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { findLogReading, type LogReading } from './log-reading.ts';

/** Whether the log says how far it goes. Not a reason to send traffic elsewhere: timers rest until it does. */
@Injectable()
export class LogProgressHealth {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    health: HealthChecks,
  ) {
    health.add('log-progress', async () => toReport(await findLogReading(this.pool)));
  }
}

function toReport({ silent, readUpTo, unjudged }: LogReading): HealthReport {
  const details = { ...(readUpTo === null ? {} : { readUpTo: readUpTo.toISOString() }), unjudged };
  if (silent.length === 0) return { ready: true, details };
  const since = readUpTo === null ? 'it has never been known' : `read up to ${readUpTo.toISOString()}`;
  const reason =
    `timers rest: it is not known how far partitions ${silent.join(', ')} of the dossier log go (${since}); ${unjudged} clocks that are due ` +
    `wait and fire late. See to the relay of dossier-intake, and to the projection of this service`;
  return { ready: true, reason, details };
}
