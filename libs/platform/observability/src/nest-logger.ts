import type { LoggerService } from '@nestjs/common';
import type { Logger } from './create-logger.ts';

/** Nest's own lines (routes mapped, modules started) through our logger; they are details, so `log` becomes `debug`. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(toFields(rest), String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const err = message instanceof Error ? { err: message } : {};
    this.logger.error({ ...err, ...toFields(rest) }, message instanceof Error ? message.message : String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(toFields(rest), String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(toFields(rest), String(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace(toFields(rest), String(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal(toFields(rest), String(message));
  }
}

/** Nest passes the context as the last argument, and a stack before it for errors. */
function toFields(rest: unknown[]): Record<string, unknown> {
  const strings = rest.filter((item) => typeof item === 'string');
  const context = strings.at(-1);
  const stack = strings.length > 1 ? strings[0] : undefined;
  return { ...(context === undefined ? {} : { context }), ...(stack === undefined ? {} : { stack }) };
}
