import { doubtSession } from './signed-out.ts';

export type StreamStatus = 'connecting' | 'live' | 'interrupted';

export interface StreamListener {
  /** The names of the events that are listened to. */
  readonly events: readonly string[];
  /** Gets the data of each, parsed. */
  readonly onData: (data: unknown) => void;
  readonly onStatus?: (status: StreamStatus) => void;
}

/** A refused stream is not opened again by the browser itself. */
const REOPEN_MS = 5_000;

/**
 * Follows a stream of server-sent events. A broken one goes on after the last message seen (`Last-Event-ID`, which the browser keeps); while
 * the page is not looked at there is none.
 *
 * @returns ends it
 */
export function followStream(address: string, { events, onData, onStatus }: StreamListener): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const open = (): void => {
    close();
    onStatus?.('connecting');
    const opened = new EventSource(address);
    const take = ({ data }: MessageEvent<string>): void => {
      onStatus?.('live');
      onData(JSON.parse(data));
    };
    opened.addEventListener('open', () => {
      onStatus?.('live');
    });
    for (const event of events) opened.addEventListener(event, take);
    opened.addEventListener('error', () => {
      onStatus?.('interrupted');
      // The browser itself goes on after a broken line; it was refused, most likely for want of a session.
      if (opened.readyState !== EventSource.CLOSED) return;
      doubtSession();
      timer = setTimeout(open, REOPEN_MS);
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
