import { afterAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureJars } from '../jars.ts';
import { openClassArchive } from './class-archive.ts';
import { findJava } from './java.ts';
import { kafkaJars } from './kafka-jars.ts';

const run = promisify(execFile);
const cache = await mkdtemp(join(tmpdir(), 'motcua-archive-'));
const beside = join(cache, 'kafka-1');
const jars = await ensureJars(kafkaJars, () => undefined);
afterAll(() => rm(cache, { recursive: true, force: true }));

const runTool = async (...java: readonly string[]): Promise<string> =>
  (await run(findJava(), [...java, '-cp', join(jars, '*'), 'kafka.tools.StorageTool', 'random-uuid'])).stdout;

describe('an archive of classes', () => {
  it('is written by the first Java, kept when that has ended, and used by the next', async () => {
    const first = await openClassArchive(beside, findJava());
    expect(await runTool(...first.javaArguments)).toMatch(/^[\w-]{22}\n$/);
    await first.keep();
    const [archive] = await readdir(cache);

    const second = await openClassArchive(beside, findJava());
    expect(second.javaArguments).toContain(`-XX:SharedArchiveFile=${join(cache, archive ?? '')}`);
    // With `-Xshare:on` Java ends with an error where it cannot use the archive.
    expect(await runTool('-Xshare:on', ...second.javaArguments)).toMatch(/^[\w-]{22}\n$/);
    await second.keep();
    expect(await readdir(cache)).toEqual([archive]);
  });

  it('is left out where Java is not found, and thrown away where it was broken off', async () => {
    expect((await openClassArchive(beside, join(cache, 'no-java'))).javaArguments).toEqual([]);
    const other = join(cache, 'kafka-2');
    const broken = await openClassArchive(other, findJava());
    await runTool(...broken.javaArguments);
    await broken.discard();
    expect((await readdir(cache)).filter((name) => name.startsWith('kafka-2'))).toEqual([]);
  });
});
