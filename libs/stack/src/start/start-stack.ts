import type { Progress } from '@motcua/terminal';
import { type AwaitedService, awaitServices } from '../processes/await-services.ts';
import { isLive } from '@motcua/client/services';
import { startInfrastructure } from '../servers/infrastructure.ts';
import { stopOrphanServices } from './orphan-services.ts';
import { isCatchingMail, startMailCatcher } from '../mail/mail-catcher.ts';
import { MAIL, mailPorts, toMailAddresses } from '../services/mail-addresses.ts';
import { migrateServices } from './migrate-services.ts';
import type { SupervisionEvent } from '../processes/supervise.ts';
import { setTimerClocks } from '../servers/timer-clocks.ts';
import { prepareTestIssuer } from '../keys/test-issuer.ts';
import { ensureSecrets } from '../keys/secrets.ts';
import { prepareServicePorts } from '../services/service-ports.ts';
import { startServices } from '../services/start-services.ts';
import { operationsPorts, roles, services, type ServiceContext } from '../services/services.ts';
import { type StackConnection, toConnection } from '../connection/stack-connection.ts';
import { removeStackFile, type StackFile } from '../state/stack-file.ts';
import { createStackParts, type StackParts } from '../processes/stack-parts.ts';
import { createStackRecord, type StackRecord } from '../state/stack-record.ts';
import type { StackPaths } from '../state/stack-paths.ts';

export interface RunningStack {
  readonly connection: StackConnection;
  readonly record: StackRecord;
  /** Stops everything and forgets `stack.json`; data stay. */
  stop(progress: Progress): Promise<void>;
}

export interface StartOptions {
  readonly paths: StackPaths;
  readonly scenario: StackFile['scenario'];
  readonly progress: Progress;
  /** What the timers take for the present moment, for drills; without it the embedded server's own. */
  readonly clock?: Date | undefined;
  /** Aborted by Ctrl-C: the start gives up where it is and takes everything down again. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: SupervisionEvent) => void;
  /** Given at once: sends SIGKILL to all that runs by then, for the impatient. */
  readonly onKillable: (kill: () => void) => void;
  /** Runs once catalogue and gateway answer: the other services are ready only when they have reference data. */
  readonly seedReference: (connection: StackConnection) => Promise<void>;
}

/** Starts PostgreSQL, Kafka and every service, and resolves when all are ready. On failure nothing is left running. */
export async function startStack(options: StartOptions): Promise<RunningStack> {
  const parts = createStackParts(options.paths.logs);
  options.onKillable(parts.kill);
  const stop = async (progress: Progress): Promise<void> => {
    await parts.stop(progress);
    await removeStackFile(options.paths);
  };
  try {
    return { ...(await bringUp(options, parts)), stop };
  } catch (error) {
    await stop(options.progress);
    throw error;
  }
}

async function bringUp(options: StartOptions, parts: StackParts): Promise<Pick<RunningStack, 'connection' | 'record'>> {
  const { paths, progress, signal } = options;
  await stopOrphanServices(paths);
  const [secrets, urls] = await Promise.all([
    ensureSecrets(paths, roles),
    prepareServicePorts(paths, [...services, ...operationsPorts, ...mailPorts]),
  ]);
  const testIssuer = await prepareTestIssuer(paths, process.env);
  const mail = toMailAddresses(process.env, urls);
  const starting = { done: false, record: undefined as StackRecord | undefined };
  const onEvent = (event: SupervisionEvent): void => {
    if (event.kind === 'restarted') void starting.record?.update((stack) => withPid(stack, event.name, event.pid));
    // What dies during the start ends the start, and is reported by it.
    if (starting.done) options.onEvent(event);
  };

  const infrastructure = await progress.step('PostgreSQL and Kafka', (say) => {
    const migrate = async (adminUrl: string): Promise<void> => {
      await migrateServices({ adminUrl, secrets }, parts, signal);
      await setTimerClocks(adminUrl, process.env, options.clock);
    };
    return startInfrastructure({ paths, env: process.env, parts, onEvent, say, signal, migrate });
  });
  signal.throwIfAborted();

  const context = { paths, secrets, urls, mail, testIssuer, ...infrastructure };
  const { url, smtp } = mail;
  const catcher = url === undefined ? [] : [await startMailCatcher({ url, smtp }, { parts, paths, onEvent })];
  const started = await startServices(context, { parts, onEvent, signal });
  const record = createStackRecord(paths, toInitialRecord(context, parts, started, options.scenario));
  starting.record = record;
  await record.update((stack) => stack);

  const connection = toConnection(record, paths);
  await seedWhenPossible(started, connection, options);
  const waiters = await progress.step('services', async (say) => {
    await awaitServices(catcher, { say, signal, isReady: ({ url: page }) => isCatchingMail(page) });
    return awaitServices(started, { say, signal });
  });
  for (const waiter of waiters) progress.warn(waiter);
  starting.done = true;
  return { connection, record };
}

async function seedWhenPossible(
  started: readonly AwaitedService[],
  connection: StackConnection,
  options: StartOptions,
): Promise<void> {
  const { progress, signal } = options;
  const ofName = (name: string): AwaitedService[] => started.filter((service) => service.name === name);
  await progress.step('catalogue', (say) => awaitServices(ofName('catalogue'), { say, signal }));
  await progress.step('gateway', (say) => awaitServices(ofName('gateway'), { say, signal, isReady: isLive }));
  // Whoever brings the reference data signs in there.
  await progress.step('identity', (say) => awaitServices(ofName('identity'), { say, signal }));
  await options.seedReference(connection);
}

function toInitialRecord(
  { adminUrl, brokers, urls, mail }: ServiceContext,
  parts: StackParts,
  started: readonly AwaitedService[],
  scenario: StackFile['scenario'],
): StackFile {
  const pidOf = (name: string): { pid?: number } => {
    const pid = parts.pidOf(name);
    return pid === undefined ? {} : { pid };
  };
  const startedAt = new Date().toISOString();
  return {
    gateway: { url: urls['gateway'] ?? '' },
    services: Object.fromEntries(
      started.map(({ name, url, operations, server }) => [name, { url, operations, pid: server.pid, startedAt }]),
    ),
    postgres: { url: adminUrl, ...pidOf('postgres') },
    kafka: { brokers, ...pidOf('kafka') },
    mail: { ...mail, ...pidOf(MAIL) },
    supervisor: { pid: process.pid },
    startedAt,
    scenario,
    phase: 'starting',
  };
}

/** `stack.json` after a server came back as another process. */
export function withPid(stack: StackFile, name: string, pid: number): StackFile {
  const process = { pid, startedAt: new Date().toISOString() };
  if (name === 'postgres' || name === 'kafka') return { ...stack, [name]: { ...stack[name], ...process } };
  if (name === MAIL && stack.mail !== undefined) return { ...stack, mail: { ...stack.mail, ...process } };
  const service = stack.services[name];
  return service === undefined ? stack : { ...stack, services: { ...stack.services, [name]: { ...service, ...process } } };
}
