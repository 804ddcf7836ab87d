/**
 * Jest's global setup for integration specs: one PostgreSQL, one Kafka and one Redis for the whole run, on free ports, in a folder that
 * vanishes with them. `TEST_DATABASE_ADMIN_URL`, `TEST_KAFKA_BROKERS` and `TEST_REDIS_URL` name them; what is set already is used as it is.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const workspaceRoot = resolve(import.meta.dirname, '../../../..');

export default async function startStack() {
  const { env } = process;
  env.TEST_RUN_ID ??= randomBytes(4).toString('hex');
  const names = ['TEST_DATABASE_ADMIN_URL', 'TEST_KAFKA_BROKERS', 'TEST_REDIS_URL'];
  if (names.every((name) => env[name] !== undefined)) return;

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
  env.TEST_REDIS_URL ??= started.redisUrl;
}

function firstLine(stack) {
  return new Promise((resolve, reject) => {
    createInterface({ input: stack.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    stack.once('exit', (code) => reject(new Error(`The test stack ended with exit code ${code} before it was ready.`)));
  });
}
