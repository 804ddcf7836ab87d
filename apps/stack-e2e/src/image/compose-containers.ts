import { join } from 'node:path';
import { isOneShot, toEnvironment } from '../deploy/compose/compose-rules.ts';
import type { Compose, ComposeService } from '../deploy/compose/read-compose.ts';
import type { Environment } from '../deploy/environment.ts';
import type { Container } from './container.ts';

export interface Source {
  /** Where `deploy/create-secrets.js` wrote them. */
  readonly secretsFolder: string;
  /** The same, file name → content. */
  readonly secretFiles: Readonly<Record<string, string>>;
  /** What the operator has set in the shell or in `.env`; nothing unless told. */
  readonly variables?: Environment;
  /** A folder of its own for a container to write to. */
  readonly createVolume: (name: string) => string;
}

/** The services of a compose file that run our image. */
export function listComposeContainers(compose: Compose, image: string, source: Source): Container[] {
  const ours = Object.entries(compose.services ?? {}).filter(([, service]) => service.image === image);
  const names = ours.map(([name]) => name);
  return ours.map(([name, service]) => ({
    name,
    args: [service.command ?? []].flat(),
    env: toEnvironment(service, source),
    mounts: toMounts(name, service, compose, source),
    isOneShot: isOneShot(compose, name),
    needs: toNeeds(service, names),
    probe: toProbe(service),
  }));
}

const conditions = {
  service_started: 'started',
  service_healthy: 'ready',
  service_completed_successfully: 'completed',
} as const;

function toNeeds({ depends_on: needs = [] }: ComposeService, names: readonly string[]): Container['needs'] {
  const all = Array.isArray(needs)
    ? needs.map((name) => [name, 'started'] as const)
    : Object.entries(needs).map(([name, { condition }]) => [name, conditions[condition]] as const);
  return Object.fromEntries(all.filter(([name]) => names.includes(name)));
}

/** The address that the health check's own program asks. */
function toProbe({ healthcheck }: ComposeService): Container['probe'] {
  const [, port, path] = /http:\/\/127\.0\.0\.1:(\d+)(\/[^'"\s]*)/.exec(String(healthcheck?.test)) ?? [];
  return port === undefined || path === undefined ? undefined : { port: Number(port), path };
}

interface Mounted {
  readonly source: string;
  readonly target: string;
}

function toMounts(name: string, service: ComposeService, compose: Compose, source: Source): Record<string, string> {
  const { secrets = [], configs = [], volumes = [] } = service;
  const toFile = (kind: 'secrets' | 'configs', mounted: string | { source?: string; target?: string }): Mounted => {
    const { source: key = '', target } = typeof mounted === 'string' ? { source: mounted } : mounted;
    const file = compose[kind]?.[key]?.file ?? '';
    const path = join(source.secretsFolder, file.replace(/^deploy\/secrets\//, ''));
    return { source: path, target: target ?? (kind === 'secrets' ? `/run/secrets/${key}` : `/${key}`) };
  };
  const toVolume = (volume: string): Mounted => ({ source: source.createVolume(name), target: volume.split(':')[1] ?? '' });
  const mounted = [
    ...secrets.map((secret) => toFile('secrets', secret)),
    ...configs.map((config) => toFile('configs', config)),
    ...volumes.filter((volume) => typeof volume === 'string').map(toVolume),
  ];
  return Object.fromEntries(mounted.map(({ source: path, target }) => [target, path]));
}
