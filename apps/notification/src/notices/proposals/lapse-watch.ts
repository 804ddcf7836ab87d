import { topics } from '@motcua/contracts';
import { BackgroundLoops, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { LogGate } from '../dossiers/log-gate.ts';
import { PlannedSender } from '../planning/planned-sender.ts';
import { NotificationPlanner } from '../planning/notification-planner.ts';
import { planLapsed } from './plan-lapsed.ts';

/** Terms are of days. */
const REST_MS = 60_000;
/** While the log is being read. */
const WAITING_MS = 1_000;

/** Looks again and again whether the term of a proposal has passed. */
@Injectable()
export class LapseWatch {
  constructor(@Inject(POOL) pool: Pool, planner: NotificationPlanner, sending: PlannedSender, loops: BackgroundLoops) {
    const gate = new LogGate(pool, topics.dossierEvents.partitions);
    let wantedAt: number | undefined;
    const turn = async (): Promise<number> => {
      const lapsed = await planLapsed({ pool, planner, gate }, wantedAt);
      wantedAt = lapsed.wantedAt;
      if (lapsed.planned !== undefined) sending.send(lapsed.planned);
      return wantedAt === undefined ? REST_MS : WAITING_MS;
    };
    loops.add({ name: 'lapsed-proposals', turn });
  }
}
