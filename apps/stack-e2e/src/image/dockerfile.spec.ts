import { describe, expect, it } from '@jest/globals';
import { selectSources } from './build-context.ts';
import { toLocalEnvironment } from './container.ts';
import { parseDockerfile } from './dockerfile.ts';

describe('parseDockerfile', () => {
  it('reads stages, copies and commands as they stand', () => {
    const text = [
      'FROM node:24 AS build',
      'WORKDIR /app',
      'ENV CI=true NX_DAEMON=false',
      'COPY --parents package.json libs/*/package.json ./',
      'RUN --mount=type=cache,target=/root/.npm npm ci',
      'RUN npm prune \\',
      ' && rm -rf .nx',
      'FROM node:24',
      'COPY --from=build /app /app',
      'USER 1000:1000',
      'ENTRYPOINT ["node"]',
    ].join('\n');
    const [build, last] = parseDockerfile(text);
    expect(build).toEqual({
      name: 'build',
      steps: [
        { kind: 'workdir', path: '/app' },
        { kind: 'env', variables: { CI: 'true', NX_DAEMON: 'false' } },
        { kind: 'copy', from: undefined, parents: true, sources: ['package.json', 'libs/*/package.json'], target: './' },
        { kind: 'run', command: 'npm ci' },
        { kind: 'run', command: 'npm prune  && rm -rf .nx' },
      ],
    });
    expect(last?.steps).toEqual([
      { kind: 'copy', from: 'build', parents: false, sources: ['/app'], target: '/app' },
      { kind: 'user', user: '1000:1000' },
      { kind: 'entrypoint', command: ['node'] },
    ]);
  });

  it.each(['ADD . .', 'COPY --chown=1000 . .', 'VOLUME /data'])('does not guess at %s', (line) => {
    expect(() => parseDockerfile(`FROM node:24\n${line}`)).toThrow('The replay of the image does not know');
  });
});

describe('selectSources', () => {
  it('takes what a source names, and all below a folder', () => {
    const files = [
      'package.json',
      'apps/cli/bin/motcua.js',
      'apps/cli/package.json',
      'libs/x/package.json',
      'libs/p/x/package.json',
    ];
    expect(selectSources(files, ['apps/*/bin', 'libs/*/package.json'])).toEqual([
      'apps/cli/bin/motcua.js',
      'libs/x/package.json',
    ]);
    expect(selectSources(files, ['.'])).toEqual(files);
  });
});

describe('toLocalEnvironment', () => {
  const container = {
    name: 'notification',
    env: {
      PORT: '8080',
      DATABASE_URL: 'postgres://motcua_notification:c0ffee@postgres:5432/motcua',
      REDIS_URL: 'redis://redis:6379',
      INTAKE_URL: 'http://dossier-intake:8080',
      PUBLIC_URL: 'https://motcua.example.vn:8080',
      SERVICE_KEY: '/run/secrets/service-key',
      CONSOLE_DIR: '/app/apps/console/dist',
    },
    mounts: { '/run/secrets/service-key': '/tmp/secrets/service-key.jwk.json' },
  };
  const addresses = {
    'postgres:5432': '127.0.0.1:1',
    'redis:6379': '127.0.0.1:2/9',
    'dossier-intake:8080': '127.0.0.1:3',
    'notification:8080': '127.0.0.1:4',
  };

  it('adds nothing, and replaces names of hosts, own ports and paths alone', () => {
    const image = { root: '/tmp/image', workdir: '/app', env: { NODE_ENV: 'production' } };
    const { PATH: _path, ...env } = toLocalEnvironment(container, image, addresses);
    expect(env).toEqual({
      HOME: '/home/node',
      NODE_ENV: 'production',
      PORT: '4',
      DATABASE_URL: 'postgres://motcua_notification:c0ffee@127.0.0.1:1/motcua',
      REDIS_URL: 'redis://127.0.0.1:2/9',
      INTAKE_URL: 'http://127.0.0.1:3',
      PUBLIC_URL: 'https://motcua.example.vn:8080',
      SERVICE_KEY: '/tmp/secrets/service-key.jwk.json',
      CONSOLE_DIR: '/tmp/image/app/apps/console/dist',
    });
  });
});
