import type { AwaitedService } from '../processes/await-services.ts';
import { startService } from '../processes/start-service.ts';
import { type RunningServer, supervise, type SupervisionEvent } from '../processes/supervise.ts';
import {
  type ServiceDefinition,
  services,
  type ServiceContext,
  toOperationsName,
  toServiceEnvironment,
  toServiceScript,
  urlOf,
} from './services.ts';
import type { StackParts } from '../processes/stack-parts.ts';

export interface ServicesStart {
  readonly parts: StackParts;
  readonly onEvent: (event: SupervisionEvent) => void;
  readonly signal: AbortSignal;
}

/** Starts every service as a process of its own, watched from its first moment; none of them is ready yet. */
export async function startServices(
  context: ServiceContext,
  { parts, onEvent, signal }: ServicesStart,
): Promise<AwaitedService[]> {
  const started: AwaitedService[] = [];
  for (const service of services as readonly ServiceDefinition[]) {
    signal.throwIfAborted();
    const log = parts.openLog(service.name);
    const start = (): Promise<RunningServer> =>
      startService({
        script: toServiceScript(service.name),
        env: toServiceEnvironment(service, context),
        onLine: log.write,
      });
    const server = await start();
    parts.add(supervise(service.name, server, { start, onEvent }));
    const url = urlOf(context, service.name);
    const operations = urlOf(context, toOperationsName(service.name));
    started.push({ name: service.name, url, operations, server, logFile: log.path });
  }
  return started;
}
