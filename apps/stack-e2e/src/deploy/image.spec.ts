import { describe, expect, it } from '@jest/globals';
import { listBuildContext } from '../image/build-context.ts';
import { parseCompose } from './compose/read-compose.ts';
import { listOverlays, readLayer } from './kubernetes/read-kustomization.ts';
import { listWorkloads } from './kubernetes/workloads.ts';
import { isPinned, isThere, listFiles, listServices, ownImage, readText, workspaceRoot } from './repository.ts';

const dockerfile = readText('deploy/Dockerfile');
const lines = (instruction: string): string[] =>
  dockerfile
    .split('\n')
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1));

/** First argument of every container that runs our own image. */
const listCommands = (): string[] => {
  const composed = Object.values(parseCompose(readText('docker-compose.yml')).services ?? {});
  const containers = listOverlays().flatMap((folder) => listWorkloads(readLayer(folder)).flatMap(({ pod }) => pod.containers));
  return [
    ...composed.filter(({ image }) => image === ownImage()).flatMap(({ command }) => command ?? 'nothing'),
    ...containers.filter(({ image }) => image === ownImage()).flatMap(({ args }) => args ?? 'nothing'),
  ];
};

describe('deploy/Dockerfile', () => {
  it('builds and runs on one and the same Node, and not as root', () => {
    expect(lines('FROM').map((from) => from.replace(/ AS .*/, ''))).toEqual(['node:24-bookworm-slim', 'node:24-bookworm-slim']);
    expect(lines('USER')).toEqual(['1000:1000']);
  });

  it('holds whatever a container is told to run', () => {
    const services = listServices().map(({ name }) => `apps/${name}/dist/main.js`);
    const unknown = listCommands().filter(
      (command) => !services.includes(command) && !(command.startsWith('deploy/') && isThere(command)),
    );
    expect(unknown).toEqual([]);
  });

  it('is built from a list of what it needs: neither secrets, samples nor what another machine installed', async () => {
    const context = await listBuildContext(workspaceRoot, readText('deploy/Dockerfile.dockerignore'));
    const foreign =
      /(^|\/)(node_modules|dist|secrets|coverage|\.motcua|\.git)\/|\.(spec\.ts|env|jwk\.json)$|^(k8s|docs(?!\/(asyncapi\.yaml$|examples\/))|data\/samples)\//;
    expect(context.filter((file) => foreign.test(file))).toEqual([]);
    expect(context.filter((file) => file.startsWith('deploy/') && !/^deploy\/[\w-]+\.js$/.test(file))).toEqual([]);
  });

  it('holds the console where gateways are told that it lies', async () => {
    const context = await listBuildContext(workspaceRoot, readText('deploy/Dockerfile.dockerignore'));
    expect(context).toEqual(
      expect.arrayContaining(['apps/console/index.html', 'apps/console/vite.config.js', 'apps/console/src/main.tsx']),
    );
    const told = /(?:CONSOLE_DIR: |CONSOLE_DIR, value: )(\S+?)(?: |$)/m;
    for (const file of ['docker-compose.yml', 'k8s/base/gateway.yaml'])
      expect([file, told.exec(readText(file))?.[1]]).toEqual([file, `${lines('WORKDIR')[0] ?? ''}/apps/console/dist`]);
  });

  it('brings the files that services, the seed and imports read while they run', async () => {
    const context = await listBuildContext(workspaceRoot, readText('deploy/Dockerfile.dockerignore'));
    const read = [...listFiles('data/reference', /./), ...listFiles('data/mappings', /./)];
    expect(read).toContain('data/reference/rating-questions.json');
    expect(read.filter((file) => !context.includes(file))).toEqual([]);
  });
});

describe('isPinned', () => {
  it.each([
    [ownImage(), true],
    ['postgres:18.4-bookworm', true],
    [`postgres@sha256:${'0'.repeat(64)}`, true],
    ['motcua:0.0.1', false],
    ['postgres:18', false],
    ['postgres:latest', false],
    ['postgres', false],
    ['localhost:5000/postgres', false],
  ])('says of %s %p', (image, pinned) => {
    expect(isPinned(image)).toBe(pinned);
  });
});
