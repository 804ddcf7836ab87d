import { startChild, type ChildProcess } from '@motcua/embedded';
import { join } from 'node:path';
import type { Environment } from '../deploy/environment.ts';
import type { ReplayedImage } from './replay-image.ts';

/** One that runs our image, as Compose or Kubernetes describe it. */
export interface Container {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Environment;
  /** Path in the container → what lies there, on this machine. */
  readonly mounts: Readonly<Record<string, string>>;
  /** Ends by itself. */
  readonly isOneShot: boolean;
  /** Names of others and what has become of them before this one is started; of others that run our image alone. */
  readonly needs: Readonly<Record<string, 'started' | 'ready' | 'completed'>>;
  /** What its health check or readiness probe asks. */
  readonly probe: { readonly port: number; readonly path: string } | undefined;
}

/** `postgres:5432` → `127.0.0.1:41234`: where on this machine whoever stands behind a name of the network is. */
export type Addresses = Readonly<Record<string, string>>;

/** The address of a container's own port, in `Addresses`. */
export const toAddressName = (name: string, port: number | string): string => `${name}:${String(port)}`;

/**
 * Starts what the image's entrypoint makes of the container's command, as the image's user where we may (as root): what it cannot read, it
 * cannot read here either. It finds its own variables and no other, with names of hosts, own ports and paths replaced by those
 * of this machine.
 */
export function startContainer(
  container: Container,
  image: ReplayedImage,
  { addresses, onLine }: { addresses: Addresses; onLine: (line: string) => void },
): Promise<ChildProcess> {
  const [entry = '', ...more] = [...image.entrypoint, ...container.args];
  const [uid, gid] = image.user.split(':').map(Number);
  return startChild({
    file: entry === 'node' ? process.execPath : entry,
    args: more,
    cwd: join(image.root, image.workdir),
    env: toLocalEnvironment(container, image, addresses),
    ...(process.getuid?.() === 0 && uid !== undefined && gid !== undefined ? { user: { uid, gid } } : {}),
    onLine,
  });
}

export function toLocalEnvironment(
  { name, env, mounts }: Pick<Container, 'name' | 'env' | 'mounts'>,
  image: Pick<ReplayedImage, 'env' | 'root' | 'workdir'>,
  addresses: Addresses,
): Environment {
  const ofImage = { [image.workdir]: join(image.root, image.workdir) };
  const toLocal = ([variable, value]: [string, string]): [string, string] => {
    const ownPort = /(^|_)PORT$/.test(variable) ? addresses[toAddressName(name, value)]?.split(':')[1] : undefined;
    return [variable, ownPort ?? toLocalPath(toLocalHosts(value, addresses), { ...mounts, ...ofImage })];
  };
  const given = Object.entries({ ...image.env, ...env }).map(toLocal);
  // The two that an engine gives by itself; the home is that of the image's user.
  return { PATH: process.env['PATH'] ?? '', HOME: '/home/node', ...Object.fromEntries(given) };
}

function toLocalHosts(value: string, addresses: Addresses): string {
  return value.replace(/(?<![\w.-])([a-z][a-z0-9-]*):(\d+)(?!\d)/g, (found) => addresses[found] ?? found);
}

function toLocalPath(value: string, mounts: Container['mounts']): string {
  const target = Object.keys(mounts).find((path) => value === path || value.startsWith(`${path}/`));
  return target === undefined ? value : `${mounts[target] ?? ''}${value.slice(target.length)}`;
}
