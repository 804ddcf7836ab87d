import { describe, expect, it } from '@jest/globals';
import { parseCompose } from './compose/read-compose.ts';
import { listOverlays, readLayer } from './kubernetes/read-kustomization.ts';
import { listWorkloads } from './kubernetes/workloads.ts';
import { isPinned, isThere, listServices, ownImage, readText } from './repository.ts';

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

  it('is built from a list of what it needs: neither secrets nor what another machine installed', () => {
    const ignore = readText('deploy/Dockerfile.dockerignore').split('\n');
    expect(ignore.filter((line) => !/^(#|!|$)/.test(line))).toEqual(['*', '**/node_modules', '**/dist', '**/*.spec.ts']);
    expect(ignore.filter((line) => /^!.*(secrets|\.env|deploy\/?$)/.test(line))).toEqual([]);
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
