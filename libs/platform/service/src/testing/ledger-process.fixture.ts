import { waitFor } from '@motcua/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TopicNames } from '../topics/topic-names.ts';

export interface LedgerProcessOptions {
  readonly databaseUrl: string;
  readonly brokers: string;
  readonly topicNames: TopicNames;
  readonly jwks: string;
}

const root = resolve(import.meta.dirname, '../../../../..');
const loader = resolve(root, 'libs/testing/src/jest/run-typescript.js');
const script = fileURLToPath(new URL('./run-ledger.ts', import.meta.url));

/** The ledger service as a process of its own, which can be killed and stopped. */
export class LedgerProcess {
  /** What it has written: lines of JSON. */
  output = '';
  readonly exited: Promise<unknown[]>;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.exited = once(child, 'exit');
  }

  static spawn({ databaseUrl, brokers, topicNames, jwks }: LedgerProcessOptions): LedgerProcess {
    const child = spawn(process.execPath, ['--conditions=@motcua/source', '--import', loader, script], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: databaseUrl,
        KAFKA_BROKERS: brokers,
        TOPICS: JSON.stringify(topicNames),
        AUTH_JWKS: jwks,
        PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return new LedgerProcess(child);
  }

  /** Answers when it is ready. */
  static async start(options: LedgerProcessOptions): Promise<LedgerProcess> {
    const ledger = LedgerProcess.spawn(options);
    await ledger.untilReady();
    return ledger;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** @returns its address */
  async untilListening(): Promise<string> {
    return waitFor(() => /"url":"(http[^"]+)"/.exec(this.output)?.[1], { describe: 'it to listen', timeoutMs: 60_000 });
  }

  async untilReady(): Promise<void> {
    const url = await this.untilListening();
    await waitFor(async () => (await fetch(`${url}/health/ready`)).status === 200, {
      describe: 'it to be ready',
      timeoutMs: 60_000,
    });
  }

  /** How many of its lines hold the text. */
  countLines(text: string): number {
    return this.output.split('\n').filter((line) => line.includes(text)).length;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** At once, whatever state it is in; for the end of a spec too. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await this.exited;
  }
}
