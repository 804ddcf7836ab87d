import { describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMotcua, workspaceRoot } from './stack/motcua.ts';

interface StackFile {
  readonly services: Readonly<Record<string, { readonly pid: number }>>;
  readonly postgres: { readonly pid: number };
  readonly kafka: { readonly pid: number };
}

describe('npm start', () => {
  it('ends with the paragraph of the article, and stops all it has started when npm is told to end', async () => {
    const home = await mkdtemp(join(tmpdir(), 'motcua-e2e-'));
    try {
      const npm = spawn('npm', ['start', '--', '--no-simulate'], {
        cwd: workspaceRoot,
        env: { ...process.env, MOTCUA_HOME: home },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let said = '';
      npm.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
      const ended = new Promise<number | null>((done) => npm.on('close', done));
      const afterReady = await waitFor(() => findParagraph(said), {
        timeoutMs: 600_000,
        describe: 'the paragraph of the report',
      });
      expect(afterReady).toContain('giải quyết trước và đúng hạn đạt 97%; tỷ lệ số hóa hồ sơ đạt trên 52%');
      expect(afterReady).toContain('motcua report supervision');
      const { services, postgres, kafka } = JSON.parse(await readFile(join(home, 'stack.json'), 'utf8')) as StackFile;
      const pids = [...Object.values(services).map(({ pid }) => pid), postgres.pid, kafka.pid];
      expect(pids.filter(isAlive)).toEqual(pids);

      npm.kill('SIGTERM');

      expect(await ended).toBe(0);
      expect(pids.filter(isAlive)).toEqual([]);
    } finally {
      await runMotcua(home, ['reset', '--yes']);
      await rm(home, { recursive: true, force: true });
    }
  }, 700_000);
});

/** What was said once the stack was ready, its lines joined, when it goes as far as the command that opens the report. */
function findParagraph(said: string): string | undefined {
  const [, afterReady] = said.split('Motcua is ready');
  const joined = afterReady?.replace(/\s+/g, ' ');
  return joined?.includes('motcua report supervision') === true ? joined : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
