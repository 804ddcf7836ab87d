import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { boardQuery } from '../../../api/board-queries.ts';
import { type BoardScope, toBoardRequest } from '../board-scope.ts';
import { followLive, type LiveStatus } from './follow-live.ts';

/** What stands beside the live figures is asked for again at most so often. */
const REST_EVERY_MS = 3_000;

/**
 * Keeps the board of a scope up to date in the cache, and with it the rows by unit. Of a past moment nothing moves, and under other
 * units than those that owned the dossiers there is no stream.
 *
 * @returns how the stream is; undefined where there is none
 */
export function useLiveBoard({ unit, period, asOf, organisation }: BoardScope): LiveStatus | undefined {
  const client = useQueryClient();
  const [status, setStatus] = useState<LiveStatus>('connecting');
  const { from, to } = period;
  const isLive = asOf === undefined && organisation === undefined;
  useEffect(() => {
    if (!isLive) return;
    const { queryKey } = boardQuery(toBoardRequest({ unit, period: { from, to }, asOf: undefined, organisation: undefined }));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refreshRest = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: ['board'], predicate: ({ queryKey: [, board] }) => isGrouped(board) });
      }, REST_EVERY_MS);
    };
    let isFirst = true;
    const stop = followLive(
      { unit, from, to },
      {
        onStatus: setStatus,
        onMessage: ({ board }) => {
          client.setQueryData(queryKey, board);
          if (!isFirst) refreshRest();
          isFirst = false;
        },
      },
    );
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, unit, from, to, isLive]);
  return isLive ? status : undefined;
}

const isGrouped = (board: unknown): boolean =>
  typeof board === 'object' && board !== null && 'by' in board && board.by !== undefined;
