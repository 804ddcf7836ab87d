import { findFreePort } from '@motcua/embedded';
import { waitFor } from '@motcua/testing';
import { workspaceRoot } from '@motcua/testing/stack';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { House } from './house.ts';

/** One more process of a service, beside the one that the stack started: with the same environment, and ports of its own. */
export class SecondInstance {
  private constructor(private readonly child: ChildProcess) {}

  /** Resolves when it answers. @param shiftMs how wrong its clock goes @param top of the checkout whose build it runs */
  static async start(house: House, service: string, { shiftMs = 0, top = workspaceRoot } = {}): Promise<SecondInstance> {
    const text = await readFile(`/proc/${await house.pidOf(service)}/environ`, 'utf8');
    const env = Object.fromEntries(
      text.split('\0').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    const port = await findFreePort();
    const operations = await findFreePort({ not: [port] });
    const wrong = shiftMs === 0 ? [] : ['--import', resolve(import.meta.dirname, 'shifted-clock.js')];
    const child = spawn(process.execPath, [...wrong, '--enable-source-maps', resolve(top, `apps/${service}/dist/main.js`)], {
      cwd: top,
      env: { ...env, PORT: String(port), OPERATIONS_PORT: String(operations), DRILL_CLOCK_SHIFT_MS: String(shiftMs) },
      stdio: 'ignore',
    });
    const second = new SecondInstance(child);
    // Nobody else ends it where the schedule is given up.
    house.unhealed.add(() => second.stop());
    try {
      await waitFor(async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok, {
        describe: `a second ${service}`,
        timeoutMs: 60_000,
        intervalMs: 100,
      });
    } catch (error) {
      await second.stop();
      throw error;
    }
    return second;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 8_000);
    await once(this.child, 'exit');
    clearTimeout(timer);
  }
}
