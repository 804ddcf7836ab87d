import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface BenchProcess {
  readonly url: string;
  stop(): Promise<void>;
}

const START_WITHIN_MS = 60_000;

/** Starts a server of the build, away from whoever measures it, and waits until it says where it listens. @throws with what it said instead */
export async function startProcess(script: string, env: Readonly<Record<string, string>>): Promise<BenchProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], ...env },
  });
  const exited = once(child, 'exit');
  const output: string[] = [];
  const listening = new Promise<string>((resolve, reject) => {
    // Read to its end: a full pipe would hold the server up.
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /"url":"(http[^"]+)"/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
      else if (output.length < 20) output.push(line);
    });
    const fail = (): void => {
      reject(new Error(`${script} did not start:\n${output.join('\n')}`));
    };
    child.once('exit', fail);
    setTimeout(fail, START_WITHIN_MS).unref();
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
  };
  try {
    return { url: await listening, stop };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** The baseline's server; what it wrote is gone after `stop`. */
export async function startPlainServer(folder: string): Promise<BenchProcess> {
  const place = join(folder, 'plain');
  const server = await startProcess('plain-server.js', { FOLDER: place });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(place, { recursive: true, force: true });
    },
  };
}
