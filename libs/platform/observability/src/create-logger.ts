import { pino, stdTimeFunctions, type DestinationStream, type LogFn, type Logger } from 'pino';
import { isErrorLike, withoutDatabaseText } from './database-text.ts';
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
 * by key wherever they stand; errors go under `err`, and what PostgreSQL wrote is neither kept of them nor repeated in `msg`.
 */
export function createLogger(service: string, { level = 'info', destination }: LoggerOptions = {}): Logger {
  const options = {
    level,
    base: { service },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: maskPersonalData },
    serializers: { err: toErrorFields },
    hooks: { logMethod },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** The message of a line is often its error's: without one, pino takes it from there. */
function logMethod(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [fields, message, ...rest]: unknown[] = args;
  const err = isErrorLike(fields) ? fields : findError(fields);
  if (err === undefined) {
    method.apply(this, args);
    return;
  }
  const text = withoutDatabaseText(typeof message === 'string' ? message : err.message, err);
  method.apply(this, [isErrorLike(fields) ? { err } : fields, text, ...rest]);
}

function findError(fields: unknown): Error | undefined {
  const err: unknown = typeof fields === 'object' && fields !== null && 'err' in fields ? fields.err : undefined;
  return isErrorLike(err) ? err : undefined;
}
