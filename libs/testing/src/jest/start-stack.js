/**
 * Jest's global setup for integration specs: one PostgreSQL and one Kafka for the whole run, on free ports, in a folder that
 * vanishes with them. `TEST_DATABASE_ADMIN_URL` and `TEST_KAFKA_BROKERS` name them; what is set already is used as it is.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const workspaceRoot = resolve(import.meta.dirname, '../../../..');

export default async function startStack() {
  const { env } = process;
  env.TEST_RUN_ID ??= randomBytes(4).toString('hex');
  if (env.TEST_DATABASE_ADMIN_URL !== undefined && env.TEST_KAFKA_BROKERS !== undefined) return;

  const stack = spawn(
    process.execPath,
    [
      '--conditions=@motcua/source',
      '--import',
      join(import.meta.dirname, 'run-typescript.js'),
      join(import.meta.dirname, 'test-stack.ts'),
    ],
    // A process group of its own: Ctrl-C ends Jest, the end of Jest ends its standard input, and that stops the servers in order.
    { cwd: workspaceRoot, stdio: ['pipe', 'pipe', 'inherit'], detached: process.platform !== 'win32' },
  );
  globalThis.__motcuaTestStack = stack;
  const started = await firstLine(stack);
  if (started.failures !== undefined) throw new Error(`The test stack did not start.\n${started.failures.join('\n')}`);
  env.TEST_DATABASE_ADMIN_URL ??= started.postgresUrl;
  env.TEST_KAFKA_BROKERS ??= started.kafkaBrokers;
}

function firstLine(stack) {
  return new Promise((resolve, reject) => {
    createInterface({ input: stack.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    stack.once('exit', (code) => reject(new Error(`The test stack ended with exit code ${code} before it was ready.`)));
  });
}
