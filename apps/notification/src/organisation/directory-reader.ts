import { CompactedTopicReader, type KafkaClientPort, type TransportLog } from '@motcua/kafka';
import type { KafkaNames } from '../kafka-names.ts';
import type { UnitDirectory } from './unit-directory.ts';

/** Keeps the catalogue's units, calendars, procedures, staff and reasons in memory. */
export const createDirectoryReader = (
  client: KafkaClientPort,
  { units, calendars, procedures, staff, reasons }: KafkaNames,
  directory: UnitDirectory,
  { log, onFailure }: { log: TransportLog; onFailure: (error: Error) => void },
): CompactedTopicReader =>
  new CompactedTopicReader({
    client,
    topics: [units, calendars, procedures, staff, reasons],
    log,
    onFailure,
    onRecord: (code, value, { topic }) => {
      if (topic === units) directory.putUnit(code, value);
      else if (topic === calendars) directory.putCalendar(code, value);
      else if (topic === staff) directory.putStaff(code, value);
      else if (topic === reasons) directory.putReason(code, value);
      else directory.putProcedure(code, value);
    },
  });
