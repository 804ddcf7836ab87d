import { setTimeout as rest } from 'node:timers/promises';
import { waitFor } from '@motcua/testing';
import type { House } from '../house/house.ts';
import { isStopped, isThere, listChildren, signal } from '../house/processes.ts';
import { nothing, type Fault } from './fault.ts';

const servers = ['postgres', 'kafka'] as const;
type ServerName = (typeof servers)[number];

/** SIGKILL to a server, and for a while there is none. */
export const serverKilled: Fault = {
  name: 'server killed',
  targets: servers,
  lastsMs: [500, 2_500],
  async inject(house, target) {
    const server = house[target as ServerName];
    const { pid } = server.running;
    await server.die();
    const wasThere = !(await isThere(pid));
    return { times: () => Number(wasThere), heal: () => server.comeBack() };
  },
};

/** SIGSTOP to a server and to all its processes: whoever asks waits. */
export const serverStopped: Fault = {
  name: 'server stopped',
  targets: servers,
  lastsMs: [3_000, 8_000],
  async inject(house, target) {
    const { pid } = house[target as ServerName].running;
    const pids = [pid, ...(await listChildren(pid))];
    for (const one of pids) signal(one, 'SIGSTOP');
    await rest(100);
    const stood = await isStopped(pid);
    return {
      times: () => Number(stood),
      heal: () => {
        for (const one of pids.reverse()) signal(one, 'SIGCONT');
        return Promise.resolve();
      },
    };
  },
};

/** It is told to end, and started again at once. */
export const serverRestarted: Fault = {
  name: 'server restarted',
  targets: servers,
  lastsMs: [0, 0],
  async inject(house, target) {
    const server = house[target as ServerName];
    const { pid } = server.running;
    await server.leave();
    await server.comeBack();
    return { times: () => Number(server.running.pid !== pid), heal: nothing };
  },
};

/** Kafka goes and stays away for longer than its clients try. */
export const kafkaAway: Fault = {
  name: 'Kafka away',
  targets: ['kafka'],
  lastsMs: [15_000, 18_000],
  async inject(house) {
    const { pid } = house.kafka.running;
    await house.kafka.leave();
    const isAway = !(await isThere(pid));
    return { times: () => Number(isAway), heal: () => house.kafka.comeBack() };
  },
};

/** Kafka is gone for minutes: commands are taken, boards answer with their age, and all of it comes after. */
export const kafkaAwayLong: Fault = {
  ...kafkaAway,
  name: 'Kafka away for minutes',
  lastsMs: [150_000, 160_000],
  isLong: true,
};

/** The server ends the sessions of all services, in the middle of what they do, several times. */
export const sessionsEnded: Fault = {
  name: 'sessions ended',
  targets: ['postgres'],
  lastsMs: [500, 1_000],
  async inject(house) {
    let ended = 0;
    for (let round = 0; round < 3; round += 1) {
      ended += await endSessions(house);
      await rest(600);
    }
    return { times: () => ended, heal: nothing };
  },
};

async function endSessions(house: House): Promise<number> {
  const rows = await house.query<{ ended: boolean }>(
    `SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity WHERE usename LIKE 'motcua\\_%'`,
  );
  return rows.filter(({ ended }) => ended).length;
}

/** One session’s process is killed: the server ends all of them and recovers from its log. */
export const serverCrashed: Fault = {
  name: 'server crashed',
  targets: ['postgres'],
  lastsMs: [500, 1_000],
  async inject(house) {
    const [session] = await house.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE usename LIKE 'motcua\\_%' ORDER BY state = 'active' DESC LIMIT 1`,
    );
    const killed = session !== undefined && signal(session.pid, 'SIGKILL');
    return { times: () => Number(killed), heal: () => untilAnswers(house) };
  },
};

const untilAnswers = async (house: House): Promise<void> => {
  await waitFor(() => house.query('SELECT 1 AS one'), { describe: 'PostgreSQL to answer', timeoutMs: 30_000, intervalMs: 100 });
};

/** Each commit waits a tenth of a second before it is written to disk, as on storage that others use too. */
export const slowCommits: Fault = {
  name: 'slow commits',
  targets: ['postgres'],
  lastsMs: [5_000, 8_000],
  async inject(house) {
    await house.query(`ALTER SYSTEM SET commit_delay = 100000`);
    await house.query(`ALTER SYSTEM SET commit_siblings = 0`);
    await house.query('SELECT pg_reload_conf()');
    await rest(200);
    const [shown] = await house.query<{ commit_delay: string }>('SHOW commit_delay');
    return {
      times: () => Number(shown?.commit_delay === '100000'),
      heal: async () => {
        for (const setting of ['commit_delay', 'commit_siblings']) await house.query(`ALTER SYSTEM RESET ${setting}`);
        await house.query('SELECT pg_reload_conf()');
      },
    };
  },
};
