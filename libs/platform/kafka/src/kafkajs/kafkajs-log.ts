import { logLevel, type logCreator } from 'kafkajs';
import type { TransportLog } from '../client/transport-log.ts';

/**
 * kafkajs logs at ERROR what it is about to retry (a rebalance, a broker restart). What heals itself wakes nobody: its errors
 * become warnings, its chatter debug lines; the transport itself reports what it could not cure.
 */
export const toKafkajsLog =
  (log: TransportLog): logCreator =>
  () =>
  ({ level, namespace, log: { message, ...fields } }) => {
    const { logger: _logger, timestamp: _timestamp, stack: _stack, ...rest } = fields;
    const line = { client: namespace, ...rest };
    if (level === logLevel.ERROR || level === logLevel.WARN) log.warn(line, message);
    else log.debug(line, message);
  };
