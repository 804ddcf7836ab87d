import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from '../repository.ts';
import { sampleService } from './sample-service.ts';

const run = promisify(execFile);

describe('a bundled service', () => {
  let root = '';
  let said: Record<string, unknown> = {};

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'motcua-bundle-'));
    for (const [path, text] of Object.entries(sampleService)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    await run(process.execPath, [join(workspaceRoot, 'libs/tooling/build.js'), root]);
    // What is in the bundle is not needed beside it.
    for (const module of ['dist/texts/read-text.js', 'dist/store.js', 'node_modules/old-house/index.js'])
      await rm(join(root, module));
    const { stdout } = await run(process.execPath, ['--enable-source-maps', join(root, 'dist/main.js')]);
    said = JSON.parse(stdout) as Record<string, unknown>;
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('keeps what SWC wrote down of a constructor, and the names of classes', () => {
    expect(said['injected']).toEqual(['Pool']);
    expect(said['names']).toEqual(['Store', 'Store']);
  });

  it('finds the files that lie beside its modules, and a package those beside its own', () => {
    expect(said['text']).toBe('xin chào');
    expect(said['packaged']).toBe('from the house');
  });

  it('starts a thread from a bundle of its own', () => {
    expect(said['thread']).toBe('xin chào');
  });

  it('leaves a package that is not installed to whoever asks for it', () => {
    expect(said['optional']).toBe('ERR_MODULE_NOT_FOUND');
  });

  it('tells the file and the line that were written, and of a package its place in the bundle', () => {
    expect(said['ownTrace']).toMatch(/src\/texts\/read-text\.ts:6:/);
    expect(said['packageTrace']).toMatch(/dist\/main\.js:/);
  });
});
