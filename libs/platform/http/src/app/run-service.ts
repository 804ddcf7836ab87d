import type { Logger } from '@motcua/observability';
import { returnMemoryWhenQuiet } from './return-memory.ts';
import { ServiceEnd } from './service-end.ts';

/**
 * Runs a service's main function. A failure at start, or a rejection nobody awaited, ends the process with 1; what `main` has made
 * of `end` (`createHttpApp`) is drained before.
 */
export async function runService(logger: Logger, main: (end: ServiceEnd) => Promise<unknown>): Promise<void> {
  const end = new ServiceEnd({ logger });
  const fail = (err: unknown) => {
    end.fail(err, err instanceof Error ? err.message : 'the service failed');
  };
  process.on('unhandledRejection', fail);
  returnMemoryWhenQuiet();
  await main(end).catch(fail);
}
