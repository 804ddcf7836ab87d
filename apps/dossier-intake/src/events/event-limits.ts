import type { BulkLimits } from '@motcua/http';
import type { Config } from '../config.ts';

/** What an upload of events may cost. */
export interface EventLimits {
  /** One event a line, as a stream. */
  readonly lines: BulkLimits & { readonly lineBytes: number };
  /** One JSON document, in memory. */
  readonly document: BulkLimits;
}

/** The gateway gives up on a service that takes nothing from it for 65 seconds; a silent sender is let go before. */
const SILENCE_MS = 60_000;

export function toEventLimits(config: Config): EventLimits {
  const shared = { compressionRatio: config.EVENTS_COMPRESSION_RATIO, silenceMs: SILENCE_MS };
  return {
    lines: { ...shared, bodyBytes: config.EVENTS_BODY_LIMIT_BYTES, lineBytes: config.EVENTS_LINE_LIMIT_BYTES },
    document: { ...shared, bodyBytes: config.EVENTS_BATCH_LIMIT_BYTES },
  };
}
