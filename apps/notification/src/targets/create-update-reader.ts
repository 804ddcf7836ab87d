import { CompactedTopicReader, type KafkaClientPort, type TransportLog } from '@motcua/kafka';
import { z } from 'zod';
import type { TargetWatch } from './target-watch.ts';

const Update = z.object({ units: z.array(z.string()) });

/** Wakes the watch for the units whose figures moved. */
export function createUpdateReader(
  client: KafkaClientPort,
  topic: string,
  watch: Pick<TargetWatch, 'wake'>,
  { log, onFailure }: { log: TransportLog; onFailure: (error: Error) => void },
): CompactedTopicReader {
  const reader: CompactedTopicReader = new CompactedTopicReader({
    client,
    topics: [topic],
    log,
    onFailure,
    onRecord: (_key, value) => {
      // What was there at the start is old: all targets are looked at then anyway.
      if (reader.isLoaded && value !== null) watch.wake(readUnits(value));
    },
  });
  return reader;
}

/** A wake-up carries nothing else; one that cannot be read is as good as lost. */
function readUnits(value: Buffer): readonly string[] {
  try {
    const update = Update.safeParse(JSON.parse(value.toString()));
    return update.success ? update.data.units : [];
  } catch {
    return [];
  }
}
