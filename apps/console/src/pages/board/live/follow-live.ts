import type { LiveMessage } from '@motcua/contracts';
import { followStream, type StreamStatus } from '../../../api/follow-stream.ts';
import { toQuery } from '../../../api/to-query.ts';

export type LiveStatus = StreamStatus;

export interface LiveListener {
  readonly onMessage: (message: LiveMessage) => void;
  readonly onStatus: (status: LiveStatus) => void;
}

/**
 * Follows `GET /v1/live`: a snapshot first, then each change.
 *
 * @returns ends it
 */
export const followLive = (
  board: { unit: string; from: string; to: string },
  { onMessage, onStatus }: LiveListener,
): (() => void) =>
  followStream(`/v1/live${toQuery(board)}`, {
    events: ['snapshot', 'change'],
    onData: (data) => {
      onMessage(data as LiveMessage);
    },
    onStatus,
  });
