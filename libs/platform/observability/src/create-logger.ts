import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { maskPersonalData } from './mask-personal-data.ts';
import { toErrorFields } from './to-error-fields.ts';

export type { Logger } from 'pino';

export interface LoggerOptions {
  /** A pino level, `info` unless told; `silent` writes nothing. */
  readonly level?: string;
  /** Standard output unless told. */
  readonly destination?: DestinationStream;
}

/**
 * JSON lines on standard output: `{"level":"info","time":"2026-…Z","service":"…","msg":"…",…}`. Personal data and secrets are masked
 * by key wherever they stand; errors go under `err`.
 */
export function createLogger(service: string, { level = 'info', destination }: LoggerOptions = {}): Logger {
  const options = {
    level,
    base: { service },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: maskPersonalData },
    serializers: { err: toErrorFields },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
