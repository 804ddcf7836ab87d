import type { Logger } from '@motcua/observability';
import { returnMemoryWhenQuiet } from './return-memory.ts';

/** Runs a service's main function; a failure at start, or a rejection nobody awaited, is logged and ends the process with 1. */
export async function runService(logger: Logger, main: () => Promise<unknown>): Promise<void> {
  const die = (err: unknown) => {
    logger.fatal({ err }, err instanceof Error ? err.message : 'the service failed');
    process.exit(1);
  };
  process.on('unhandledRejection', die);
  returnMemoryWhenQuiet();
  await main().catch(die);
}
