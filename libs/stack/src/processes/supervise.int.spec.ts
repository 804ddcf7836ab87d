import { findFreePort, isAlive } from '@motcua/embedded';
import { waitFor } from '@motcua/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { type AwaitedService, awaitServices } from './await-services.ts';
import { getServiceHealth } from '@motcua/client/services';
import { type NodeProgram, startService } from './start-service.ts';
import { type RunningServer, supervise, type Supervised, type SupervisionEvent } from './supervise.ts';

const script = join(import.meta.dirname, '__fixtures__/fake-service.js');
const quiet = { say: () => undefined, signal: new AbortController().signal };
const running: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function startFake(env: NodeJS.ProcessEnv = {}): Promise<AwaitedService & { start: () => Promise<RunningServer> }> {
  const port = await findFreePort();
  const program: NodeProgram = { script, env: { ...process.env, PORT: String(port), ...env }, onLine: () => undefined };
  const start = () => startService(program);
  const server = await start();
  running.push(server);
  return { name: 'fake', url: `http://127.0.0.1:${port}`, server, logFile: 'fake.log', start };
}

function watch({ name, server, start }: Awaited<ReturnType<typeof startFake>>): {
  supervised: Supervised;
  events: SupervisionEvent[];
} {
  const events: SupervisionEvent[] = [];
  const supervised = supervise(name, server, { start, onEvent: (event) => events.push(event) });
  running.push(supervised);
  return { supervised, events };
}

describe('awaitServices', () => {
  it('waits until the service says it is ready', async () => {
    const fake = await startFake({ READY_AFTER_MS: '400' });
    await awaitServices([fake], quiet);
    expect(await getServiceHealth(fake)).toEqual({ ready: true, reasons: [], lag: undefined });
  });

  it('waits no longer for one that only a command makes ready, which needs the running stack, and says so', async () => {
    const reason = 'projection: offset.topic-replaced: sla has read another topic. Run "motcua rebuild sla".';
    const fake = await startFake({ READY_AFTER_MS: '3600000', REASON: reason });
    const gateway = await startFake({ READY_AFTER_MS: '3600000', REASON: 'fake: not ready' });
    expect(await awaitServices([{ ...gateway, name: 'gateway' }, fake], quiet)).toEqual([`fake: ${reason}`]);
  });

  it('reports the last words of a service that ends during its start', async () => {
    const fake = await startFake({ FAIL: 'DATABASE_URL is missing' });
    await expect(awaitServices([fake], quiet)).rejects.toMatchObject({
      code: 'stack.service-died',
      message: 'fake ended during its start (exit code 3):\n    DATABASE_URL is missing',
    });
  });
});

describe('supervise', () => {
  it('starts a killed service again on its old address and says so', async () => {
    const fake = await startFake();
    await awaitServices([fake], quiet);
    const { supervised, events } = watch(fake);

    process.kill(fake.server.pid, 'SIGKILL');
    await waitFor(async () => events.some(({ kind }) => kind === 'restarted') && (await getServiceHealth(fake)).ready, {
      describe: 'the service to be ready again',
    });

    expect(events).toMatchObject([
      { kind: 'died', name: 'fake', report: { signal: 'SIGKILL' }, restartInMs: 500 },
      { kind: 'restarted', name: 'fake', pid: supervised.pid() },
    ]);
    expect(supervised.pid()).not.toBe(fake.server.pid);
  });

  it('starts nothing again once it was told to stop', async () => {
    const fake = await startFake();
    await awaitServices([fake], quiet);
    const { supervised, events } = watch(fake);
    await supervised.stop();
    expect({ alive: isAlive(fake.server.pid), events }).toEqual({ alive: false, events: [] });
  });

  it('stops while it waits to start a dead service again', async () => {
    const fake = await startFake();
    const { supervised, events } = watch(fake);
    process.kill(fake.server.pid, 'SIGKILL');
    await waitFor(() => events.length === 1, { describe: 'the death to be noticed' });
    await supervised.stop();
    expect(events.map(({ kind }) => kind)).toEqual(['died']);
  });

  it('keeps trying while the start itself fails', async () => {
    const fake = await startFake();
    let attempts = 0;
    const events: SupervisionEvent[] = [];
    const start = (): Promise<RunningServer> => (++attempts < 2 ? Promise.reject(new Error('port taken')) : fake.start());
    running.push(supervise('fake', fake.server, { start, onEvent: (event) => events.push(event) }));
    process.kill(fake.server.pid, 'SIGKILL');
    await waitFor(() => events.length === 3, { describe: 'the second attempt' });
    expect(events.map(({ kind }) => kind)).toEqual(['died', 'restart-failed', 'restarted']);
  });
});
