import { CompactedTopicReader, type KafkaClientPort, type TransportLog } from '@motcua/kafka';
import type { KafkaNames } from '../kafka-names.ts';
import type { NameDirectory } from './name-directory.ts';

/** Keeps the names of the catalogue's units and procedures in memory. */
export const createNameReader = (
  client: KafkaClientPort,
  { units, procedures }: KafkaNames,
  names: NameDirectory,
  { log, onFailure }: { log: TransportLog; onFailure: (error: Error) => void },
): CompactedTopicReader =>
  new CompactedTopicReader({
    client,
    topics: [units, procedures],
    log,
    onFailure,
    onRecord: (code, value, { topic }) => {
      if (topic === units) names.putUnit(code, value);
      else names.putProcedure(code, value);
    },
  });
