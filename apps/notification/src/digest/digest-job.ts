import type { Logger } from '@motcua/observability';
import { BackgroundLoop } from '@motcua/service';
import type { PlannedNotices } from '../notices/notification-planner.ts';
import { sendDigests, type DigestParts } from './send-digests.ts';

export interface DigestJobOptions extends DigestParts {
  readonly onPlanned: (planned: PlannedNotices) => void;
  readonly logger: Logger;
}

const REST_MS = 15_000;
/** While digests wait for the log. */
const WAITING_MS = 1_000;

/** Looks again and again whether a unit has opened. */
export class DigestJob extends BackgroundLoop {
  constructor({ onPlanned, logger, ...parts }: DigestJobOptions) {
    const turn = async (): Promise<number> => {
      for (const planned of await sendDigests(parts)) onPlanned(planned);
      return parts.gate.waiting.units > 0 ? WAITING_MS : REST_MS;
    };
    super({ name: 'digests', turn, logger });
  }
}
