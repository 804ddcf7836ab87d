import type { Progress } from '@motcua/terminal';
import { type LogFile, openLogFile } from './log-file.ts';
import type { Supervised } from './supervise.ts';

/** What a start has brought to life so far, so that it can be taken down again whenever, and however far, it got. */
export interface StackParts {
  /** The log of a server, one file for each name. */
  readonly openLog: (name: string) => LogFile;
  readonly add: (...started: readonly Supervised[]) => void;
  readonly pidOf: (name: string) => number | undefined;
  /** The last that was started stops first: the public edge, then the services, Kafka, PostgreSQL. */
  stop(progress: Progress): Promise<void>;
  /** For the impatient: SIGKILL to everything, now. */
  readonly kill: () => void;
}

export function createStackParts(logsFolder: string): StackParts {
  const supervised: Supervised[] = [];
  const logs = new Map<string, LogFile>();
  return {
    openLog(name) {
      const log = logs.get(name) ?? openLogFile(logsFolder, name);
      logs.set(name, log);
      return log;
    },
    pidOf: (name) => supervised.find((server) => server.name === name)?.pid(),
    add: (...started) => void supervised.push(...started),
    async stop(progress) {
      if (supervised.length > 0) await progress.step('stopping', (say) => stopInReverse(supervised, say));
      await Promise.all([...logs.values()].map((log) => log.close()));
    },
    kill() {
      for (const server of supervised) killQuietly(server.pid());
    },
  };
}

async function stopInReverse(supervised: Supervised[], say: (detail: string) => void): Promise<void> {
  for (let server = supervised.pop(); server !== undefined; server = supervised.pop()) {
    say(server.name);
    await server.stop();
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
