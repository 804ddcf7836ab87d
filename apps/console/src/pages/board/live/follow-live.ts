import type { LiveMessage } from '@motcua/contracts';
import { toQuery } from '../../../api/to-query.ts';

export type LiveStatus = 'connecting' | 'live' | 'interrupted';

export interface LiveListener {
  readonly onMessage: (message: LiveMessage) => void;
  readonly onStatus: (status: LiveStatus) => void;
}

/** A refused stream is not opened again by the browser itself. */
const REOPEN_MS = 5_000;

/**
 * Follows `GET /v1/live`: a snapshot first, then each change. A broken stream goes on after the last message seen (`Last-Event-ID`, which
 * the browser keeps); while the page is not looked at there is none.
 *
 * @returns ends it
 */
export function followLive(board: { unit: string; from: string; to: string }, { onMessage, onStatus }: LiveListener): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const open = (): void => {
    close();
    onStatus('connecting');
    const opened = new EventSource(`/v1/live${toQuery(board)}`);
    const take = ({ data }: MessageEvent<string>): void => {
      onStatus('live');
      onMessage(JSON.parse(data) as LiveMessage);
    };
    opened.addEventListener('open', () => {
      onStatus('live');
    });
    opened.addEventListener('snapshot', take);
    opened.addEventListener('change', take);
    opened.addEventListener('error', () => {
      onStatus('interrupted');
      if (opened.readyState === EventSource.CLOSED) timer = setTimeout(open, REOPEN_MS);
    });
    source = opened;
  };
  const onVisibility = (): void => {
    if (document.hidden) close();
    else open();
  };

  document.addEventListener('visibilitychange', onVisibility);
  if (!document.hidden) open();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    close();
  };
}
