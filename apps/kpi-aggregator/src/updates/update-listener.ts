import { CompactedTopicReader, type KafkaClientPort, type TransportLog } from '@motcua/kafka';
import type { LiveHub } from '../live/live-hub.ts';
import { parseMessage } from './kpi-update.ts';

/** Wakes the live boards of this instance for whatever any instance has projected; every instance reads every wake-up. */
export function createUpdateListener(
  client: KafkaClientPort,
  topic: string,
  hub: LiveHub,
  { log, onFailure }: { log: TransportLog; onFailure: (error: Error) => void },
): CompactedTopicReader {
  const reader: CompactedTopicReader = new CompactedTopicReader({
    client,
    topics: [topic],
    log,
    onFailure,
    onRecord: (_key, value) => {
      // What was there at the start is old: nobody watches yet.
      if (reader.isLoaded && value !== null) hub.wake(parseMessage(value.toString())?.units ?? []);
    },
  });
  return reader;
}
