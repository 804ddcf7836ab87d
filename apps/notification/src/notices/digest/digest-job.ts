import { BackgroundLoops, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { PlannedSender } from '../planning/planned-sender.ts';
import { NotificationPlanner } from '../planning/notification-planner.ts';
import { UnitDirectory } from '../../people/unit-directory.ts';
import { DigestGate } from './digest-gate.ts';
import { sendDigests } from './send-digests.ts';

const REST_MS = 15_000;
/** While digests wait for the log. */
const WAITING_MS = 1_000;

/** Looks again and again whether a unit has opened. */
@Injectable()
export class DigestJob {
  constructor(
    @Inject(POOL) pool: Pool,
    directory: UnitDirectory,
    planner: NotificationPlanner,
    gate: DigestGate,
    sending: PlannedSender,
    loops: BackgroundLoops,
  ) {
    const turn = async (): Promise<number> => {
      for (const planned of await sendDigests({ pool, directory, planner, gate })) sending.send(planned);
      return gate.waiting.units > 0 ? WAITING_MS : REST_MS;
    };
    loops.add({ name: 'digests', turn });
  }
}
