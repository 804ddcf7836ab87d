import { waitFor } from '@motcua/testing';
import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  controlStack,
  findTestIssuer,
  plainEnvironment,
  prepareTestIssuer,
  type RunningStack,
  workspaceRoot,
} from '@motcua/testing/stack';

/** A stack that lives as long as the `npm start` in whose terminal it runs. */
export interface NpmStack extends RunningStack {
  /** What the terminal shows after `Motcua is ready`, its lines joined. */
  readonly afterReady: string;
  /** All that the terminal shows. */
  readonly said: () => string;
  /** Tells npm to end; answers its exit code. */
  readonly end: () => Promise<number | null>;
}

/** `npm start -- <flags>` in a folder of its own, until it has said all it says at its start. Throws with its words where it does not. */
export async function npmStart(flags: readonly string[]): Promise<NpmStack> {
  const home = await mkdtemp(join(tmpdir(), 'motcua-e2e-'));
  const stack = controlStack(home);
  await prepareTestIssuer(home);
  const npm = spawn('npm', ['start', '--', ...flags], {
    cwd: workspaceRoot,
    env: { ...plainEnvironment(), MOTCUA_HOME: home, ...findTestIssuer(home) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const ended = new Promise<number | null>((done) => npm.on('close', done));
  const end = (): Promise<number | null> => {
    npm.kill('SIGTERM');
    return ended;
  };
  try {
    const afterReady = await waitFor(
      () => {
        // Who has ended says nothing more.
        return npm.exitCode === null ? findAfterReady(said) : { hasEnded: true };
      },
      { timeoutMs: 600_000, describe: 'npm start to say all of its start' },
    );
    if (typeof afterReady !== 'string') throw new Error('npm start ended.');
    return { ...stack, afterReady, said: () => said, end };
  } catch (error) {
    await end();
    await stack.stop();
    throw new Error(`npm start said:\n${said}`, { cause: error });
  }
}

/** Once it goes as far as the command that opens the report. */
function findAfterReady(said: string): string | undefined {
  const joined = said.split('Motcua is ready')[1]?.replace(/\s+/g, ' ');
  return joined?.includes('motcua report supervision') === true ? joined : undefined;
}
