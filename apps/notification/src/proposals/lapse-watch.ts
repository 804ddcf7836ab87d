import type { Logger } from '@motcua/observability';
import { BackgroundLoop } from '@motcua/service';
import type { PlannedNotices } from '../notices/notification-planner.ts';
import { planLapsed, type LapseParts } from './tell-lapsed.ts';

export interface LapseWatchOptions extends LapseParts {
  readonly onPlanned: (planned: PlannedNotices) => void;
  readonly logger: Logger;
}

/** Terms are of days. */
const REST_MS = 60_000;
/** While the log is being read. */
const WAITING_MS = 1_000;

/** Looks again and again whether the term of a proposal has passed. */
export class LapseWatch extends BackgroundLoop {
  constructor({ onPlanned, logger, ...parts }: LapseWatchOptions) {
    let wantedAt: number | undefined;
    const turn = async (): Promise<number> => {
      const lapsed = await planLapsed(parts, wantedAt);
      wantedAt = lapsed.wantedAt;
      if (lapsed.told !== undefined) onPlanned(lapsed.told);
      return wantedAt === undefined ? REST_MS : WAITING_MS;
    };
    super({ name: 'lapsed-proposals', turn, logger });
  }
}
