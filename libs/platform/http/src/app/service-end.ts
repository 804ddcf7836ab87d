import type { Logger } from '@motcua/observability';

/** A supervisor waits five seconds for a service to stop; whatever still hangs then is cut off by ourselves, with a line about it. */
const SHUTDOWN_LIMIT_MS = 4_500;

const exitProcess = (code: number): void => {
  process.exit(code);
};

export interface ServiceEndOptions {
  readonly logger: Logger;
  /** `process.exit` unless a spec looks on. */
  readonly exit?: (code: number) => void;
}

/** The end of a process: the one way in which a service gives up, and the limit that every stop is held to. */
export class ServiceEnd {
  #drain: () => Promise<void> = () => Promise.resolve();
  #isEnding = false;

  constructor(private readonly options: ServiceEndOptions) {}

  /** @param drain what lets the work in hand end, `app.close()` */
  drainBy(drain: () => Promise<void>): void {
    this.#drain = drain;
  }

  /** Something died that the service cannot be without: it drains as on SIGTERM and exits with 1, to be started again. */
  fail(err: unknown, message: string): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    const { logger, exit = exitProcess } = this.options;
    logger.fatal({ err }, message);
    this.limit();
    const end = (): void => {
      exit(1);
    };
    this.#drain().then(end, (error: unknown) => {
      logger.error({ err: error }, 'the service could not end in order');
      end();
    });
  }

  /** From now on the process has so long to stop. */
  limit(): void {
    const { logger, exit = exitProcess } = this.options;
    setTimeout(() => {
      logger.error({ limitMs: SHUTDOWN_LIMIT_MS }, 'the service did not stop in time and is cut off');
      exit(1);
    }, SHUTDOWN_LIMIT_MS).unref();
  }
}
