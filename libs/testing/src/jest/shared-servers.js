import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const workspaceRoot = resolve(import.meta.dirname, '../../../..');
const START_MS = 120_000;

/** Of this workspace and this person: a socket, or on Windows a pipe. */
const key = createHash('sha256').update(`${userInfo().username} ${workspaceRoot}`).digest('hex').slice(0, 12);
const socketPath = process.platform === 'win32' ? `\\\\.\\pipe\\motcua-test-${key}` : join(tmpdir(), `motcua-test-${key}.sock`);

/**
 * Joins the servers that run for this workspace's specs, or starts them. Being connected is being counted: however a run ends, by itself
 * or killed, its connection ends with it. Answers `{ addresses: { postgresUrl, kafkaBrokers, redisUrl }, leave }`.
 */
export async function joinServers() {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const connection = await findServers();
    const said = connection && (await firstLine(connection));
    if (said?.failures !== undefined) throw new Error(`The servers for the specs did not start.\n${said.failures.join('\n')}`);
    if (said !== undefined) return { addresses: said, leave: () => connection.destroy() };
    if (Date.now() > deadline) throw new Error(`Nobody answers at ${socketPath}, where the servers for the specs are to be.`);
    await delay(200);
  }
}

/** A connection to who is there or has just been started; `undefined` while nobody answers yet. */
async function findServers() {
  const running = await open();
  if (running !== undefined) return running;
  startServers();
  for (let waits = 0; waits < 100; waits += 1) {
    await delay(100);
    const started = await open();
    if (started !== undefined) return started;
  }
  return undefined;
}

async function open() {
  const connection = connect(socketPath);
  // Whoever waits for words hears of an end; nobody need hear why.
  connection.on('error', () => undefined);
  return Promise.race([
    once(connection, 'connect').then(
      () => connection,
      () => undefined,
    ),
    once(connection, 'close').then(() => undefined),
  ]);
}

/** What the servers say of themselves; `undefined` where they end before, as they do when they were about to stop. */
async function firstLine(connection) {
  const lines = createInterface({ input: connection });
  return Promise.race([once(lines, 'line').then(([line]) => JSON.parse(line)), once(connection, 'close').then(() => undefined)]);
}

/** Of several that are started at once the first stays. Not ours to wait for, and nothing of ours that it could hold open. */
function startServers() {
  const args = ['--conditions=@motcua/source', '--import', join(import.meta.dirname, 'run-typescript.js')];
  spawn(process.execPath, [...args, join(import.meta.dirname, 'test-stack.ts'), socketPath], {
    cwd: workspaceRoot,
    stdio: 'ignore',
    detached: true,
  }).unref();
}
