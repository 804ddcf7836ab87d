import { waitFor } from '@motcua/testing';
import { readStackFile } from '@motcua/testing/stack';
import type { House } from '../house/house.ts';
import { isStopped, isThere, signal } from '../house/processes.ts';
import { services, type Fault } from './fault.ts';

/** SIGKILL: the supervisor starts it again. */
export const serviceKilled: Fault = {
  name: 'service killed',
  targets: services,
  lastsMs: [500, 2_000],
  async inject(house, service) {
    const pid = await house.stack.kill(service);
    return { times: async () => Number(!(await isThere(pid))), heal: () => untilReplaced(house, service, pid) };
  },
};

/** SIGSTOP: its connections stay, and nobody answers on them. */
export const serviceStopped: Fault = {
  name: 'service stopped',
  targets: services,
  lastsMs: [3_000, 8_000],
  inject: stop,
};

/** Stopped for longer than anything it holds is its own: leases, claims, its place in a group. It comes back and does not know. */
export const zombie: Fault = {
  name: 'zombie after a pause',
  targets: ['dossier-intake', 'sla-timer', 'kpi-aggregator', 'notification', 'digitization-tracker'],
  lastsMs: [18_000, 22_000],
  inject: stop,
};

async function stop(house: House, service: string): Promise<{ times: () => number; heal: () => Promise<void> }> {
  const pid = await house.pidOf(service);
  signal(pid, 'SIGSTOP');
  await waitFor(() => isStopped(pid), { describe: `${service} to stand still`, timeoutMs: 2_000 }).catch(() => undefined);
  const stood = await isStopped(pid);
  return {
    times: () => Number(stood),
    heal: () => {
      signal(pid, 'SIGCONT');
      return Promise.resolve();
    },
  };
}

/** Each service is told to end, one after the other, the next when the one before is there again: as a release is brought out. */
export const rollingRestart: Fault = {
  name: 'rolling restart',
  targets: ['all services'],
  on: 'everything',
  lastsMs: [0, 0],
  async inject(house) {
    let replaced = 0;
    for (const service of services) {
      const pid = await house.pidOf(service);
      signal(pid, 'SIGTERM');
      await untilReplaced(house, service, pid);
      replaced += 1;
    }
    return { times: () => replaced, heal: () => Promise.resolve() };
  },
};

/** Until the supervisor has started it anew and it answers. */
export async function untilReplaced(house: House, service: string, before: number): Promise<void> {
  await waitFor(
    async () => {
      const stack = await readStackFile(house.stack.home);
      const now = stack.services[service];
      if (now === undefined || now.pid === before) return false;
      return (await fetch(`${now.url}/health/live`, { signal: AbortSignal.timeout(2_000) })).ok;
    },
    { describe: `${service} to be started again`, timeoutMs: 60_000, intervalMs: 100 },
  );
}
