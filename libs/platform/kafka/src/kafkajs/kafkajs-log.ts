import { logLevel, type logCreator } from 'kafkajs';

/** The four levels this library writes; a pino logger and Nest's adapter both fit. */
export interface TransportLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLog: TransportLog = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

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
