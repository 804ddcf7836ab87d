import { expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readCpuSeconds } from './process-tree.ts';

const burn = 'const end = process.cpuUsage().user + 400_000; while (process.cpuUsage().user < end);';

it('counts what a child uses, while it runs and once it has ended', async () => {
  const script = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(burn)}]); setInterval(() => 0, 1000);`;
  const parent = spawn(process.execPath, ['-e', script]);
  const pid = parent.pid ?? 0;
  try {
    const used = await waitFor(
      async () => {
        const seconds = await readCpuSeconds(pid);
        return seconds >= 0.4 && seconds;
      },
      { describe: 'the child to have used its time' },
    );
    expect(used).toBeLessThan(5);
    expect(await readCpuSeconds(pid)).toBeGreaterThanOrEqual(used);
  } finally {
    parent.kill('SIGKILL');
    await once(parent, 'exit');
  }
  expect(await readCpuSeconds(pid)).toBe(0);
});
