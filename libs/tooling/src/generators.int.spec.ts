import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copyWorkspace } from './copy-workspace.ts';

/**
 * One of each generator's things in a copy of the workspace: whatever moves in the places that generators write to shows here first. The specs
 * that run are those that were generated, and those that hold what was written into files of old.
 */
let copy = '';
const run = promisify(execFile);
const inCopy = async (program: string, ...args: string[]): Promise<string> => {
  const env = {
    ...process.env,
    MOTCUA_TOTALS: undefined,
    NX_DAEMON: 'false',
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
    FORCE_COLOR: '0',
  };
  const ran = run(process.execPath, [join('node_modules', program), ...args], { cwd: copy, env, maxBuffer: 1 << 26 });
  // what a compiler found is on the one, what Jest found on the other
  const { stdout, stderr } = await ran.catch((error: unknown) => {
    const { stdout: out, stderr: err } = error as { stdout: string; stderr: string };
    throw new Error(`${program} ${args.join(' ')}\n${out}\n${err}`);
  });
  return stdout + stderr;
};
const generate = (generator: string, ...options: string[]) =>
  inCopy('nx/dist/bin/nx.js', 'g', `@motcua/tooling:${generator}`, ...options);
const jest = (kind: string, ...files: string[]) =>
  inCopy('jest/bin/jest.js', '-c', 'libs/tooling/jest.config.js', ...files, '--selectProjects', kind, '-w', '2');

beforeAll(async () => {
  copy = copyWorkspace();
  await generate('service', 'parcel-tracker', '--description', 'Parcels, and where they are.');
  // what `npm install` does for a new package of the workspace
  symlinkSync('../../apps/parcel-tracker', join(copy, 'node_modules/@motcua/parcel-tracker'));
  await generate('consumer', '--service', 'parcel-tracker', '--event', 'dossier.returned');
  await generate('indicator', 'open.no-due', ...openWithoutDue);
  await generate('command', 'note-visit', '--event', 'visit-noted', '--sentence', 'The visit was noted.');
}, 300_000);
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

const openWithoutDue = [
  ...['--of', 'openNoDue', '--source', 'Biểu II.06a/VPCP/KSTT'],
  ...['--vi', 'Đang giải quyết, không có hạn', '--en', 'Open without any due'],
  ...['--formulaVi', 'đang giải quyết, không có hạn', '--formulaEn', 'open, with neither a due moment nor a maximum limit'],
  ...['--sql', `o('no_due')`, '--reference', 'count(O, (it) => it.state.noDue)'],
];

/** Where generators write: what a forgotten line would not let compile. */
const written = [
  'apps/parcel-tracker/src/**/*.ts',
  'apps/dossier-intake/src/dossiers/*.ts',
  'apps/dossier-intake/src/planted-data.int.spec.ts',
  'apps/kpi-aggregator/src/verify/*.ts',
  'apps/stack-e2e/src/planted/*.ts',
  'libs/{access,contracts,demo/src/simulation,dossier,indicators,stack/src/services}/**/*.ts',
];

describe('what is generated', () => {
  it('compiles', async () => {
    const include = written.flatMap(toPatterns);
    writeFileSync(join(copy, 'tsconfig.written.json'), JSON.stringify({ extends: './tsconfig.base.json', include }));
    expect(await inCopy('typescript/bin/tsc', '-p', 'tsconfig.written.json', '--noEmit')).toBe('');
  }, 300_000);

  it('passes its specs, and those of the files that it joins', async () => {
    const units = ['returned.step', 'commands/note-visit', 'indicators/src/figures', 'access/src/rules', 'services.spec'];
    const deployed = ['deploy/(compose|kubernetes|secrets).spec', 'read-event', 'produced-events'];
    const output = await jest('unit', ...units, ...deployed);
    expect(output).toContain('PASS unit apps/parcel-tracker/src/consumers/on-returned/returned.step.spec.ts');
    expect(output).toContain('PASS unit libs/dossier/src/commands/note-visit.spec.ts');
    expect(output).toContain('PASS unit libs/indicators/src/figures.spec.ts');
  }, 300_000);

  it('runs on a real PostgreSQL and a real Kafka', async () => {
    const output = await jest('integration', 'parcel-tracker/');
    expect(output).toMatch(/Test Suites: 2 passed, 2 total/);
  }, 300_000);

  it('is built, and names what its environment lacks', async () => {
    await inCopy('nx/dist/bin/nx.js', 'build', 'parcel-tracker', '--outputStyle=static');
    expect(existsSync(join(copy, 'apps/parcel-tracker/dist/migrate.js'))).toBe(true);
    await expect(inCopy('../apps/parcel-tracker/dist/main.js')).rejects.toThrow('DATABASE_URL');
  }, 300_000);

  it('is refused a second time, and where there is no such event', async () => {
    await expect(generate('service', 'parcel-tracker', '--description', 'x')).rejects.toThrow('is there already');
    await expect(generate('consumer', '--service', 'parcel-tracker', '--event', 'dossier.eaten')).rejects.toThrow('publishes no');
  }, 300_000);
});

/** TypeScript's patterns know no braces. */
function toPatterns(pattern: string): string[] {
  const [, head = '', names = '', tail = ''] = /^(.*)\{(.*)\}(.*)$/.exec(pattern) ?? [];
  return names === '' ? [pattern] : names.split(',').map((name) => head + name + tail);
}
