import { setTimeout as delay } from 'node:timers/promises';
import { CliError } from '@motcua/terminal';
import { type AskedService, getServiceHealth } from '@motcua/client/services';
import { toReadableLine } from './readable-line.ts';
import type { RunningServer } from './supervise.ts';

export interface AwaitedService extends AskedService {
  readonly name: string;
  readonly server: RunningServer;
  readonly logFile: string;
}

const TIMEOUT_MS = 90_000;
const POLL_MS = 150;

/**
 * Resolves when every service is ready, or waits for a command that somebody has to run on the running stack. A service that ends or
 * stays unready otherwise is a CliError with its last words.
 *
 * @returns what those say that wait for a command
 */
export async function awaitServices(
  services: readonly AwaitedService[],
  { say, signal, isReady }: AwaitOptions,
): Promise<readonly string[]> {
  const waiters: string[] = [];
  const isThere = isReady ?? ((service: AwaitedService) => isReadyOrWaits(service, waiters));
  const waiting = new Set(services.map(({ name }) => name));
  const settled = new AbortController();
  const show = (): void => {
    say(`waiting for ${[...waiting].join(', ')}`);
  };
  show();
  try {
    await Promise.all(
      services.map(async (service) => {
        await Promise.race([
          rejectWhenEnded(service, settled.signal),
          pollUntilReady(service, { isReady: isThere, signal, settled: settled.signal }),
        ]);
        waiting.delete(service.name);
        if (waiting.size > 0) show();
      }),
    );
  } finally {
    settled.abort();
  }
  return waiters;
}

async function isReadyOrWaits(service: AwaitedService, waiters: string[]): Promise<boolean> {
  const { ready, reasons } = await getServiceHealth(service);
  const cure = reasons.find((reason) => reason.includes('Run "motcua '));
  if (cure !== undefined) waiters.push(`${service.name}: ${cure}`);
  // The gateway is ready when all behind it are.
  const waitsForThem = reasons.length > 0 && reasons.every((reason) => isOfWaiter(reason, waiters));
  return ready || cure !== undefined || waitsForThem;
}

const isOfWaiter = (reason: string, waiters: readonly string[]): boolean =>
  waiters.some((waiter) => reason === `${waiter.slice(0, waiter.indexOf(':'))}: not ready`);

interface AwaitOptions {
  readonly say: (detail: string) => void;
  readonly signal: AbortSignal;
  readonly isReady?: (service: AwaitedService) => Promise<boolean>;
}

async function rejectWhenEnded({ name, server, logFile }: AwaitedService, settled: AbortSignal): Promise<never> {
  const { code, signal, lastLines } = await server.exited;
  if (settled.aborted) return new Promise<never>(() => undefined);
  throw new CliError({
    code: 'stack.service-died',
    message: `${name} ended during its start (${signal ?? `exit code ${String(code)}`}):\n${indent(lastLines.slice(-12))}`,
    hint: lastLines.some((line) => line.includes('EADDRINUSE'))
      ? 'Somebody took its port in the same moment. Start again: another one is chosen then.'
      : `The whole log: ${logFile}`,
  });
}

async function pollUntilReady(
  service: AwaitedService,
  {
    isReady,
    signal,
    settled,
  }: { isReady: (service: AwaitedService) => Promise<boolean>; signal: AbortSignal; settled: AbortSignal },
): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  while (!(await isReady(service))) {
    if (settled.aborted) return;
    if (Date.now() > deadline) {
      const { reasons } = await getServiceHealth(service);
      const message = `${service.name} is not ready after ${TIMEOUT_MS / 1000} s: ${reasons.join('; ') || 'no reason given'}`;
      throw new CliError({ code: 'stack.service-not-ready', message, hint: `Its log: ${service.logFile}` });
    }
    await delay(POLL_MS, undefined, { signal });
  }
}

const indent = (lines: readonly string[]): string => lines.map((line) => `    ${toReadableLine(line)}`).join('\n');
