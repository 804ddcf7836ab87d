import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const workspaceRoot = resolve(import.meta.dirname, '../../../..');

export const readText = (path: string): string => readFileSync(join(workspaceRoot, path), 'utf8');
const readJson = (path: string): unknown => JSON.parse(readText(path));
export const isThere = (path: string): boolean => existsSync(join(workspaceRoot, path));

export interface ServiceProject {
  /** The folder's name under `apps/`: also the service's name in Compose and in Kubernetes. */
  readonly name: string;
  /** Has a schema of its own to migrate. */
  readonly migrates: boolean;
}

/** What must run wherever the product is deployed: every app that starts from `src/main.ts` and is no command of a terminal. */
export function listServices(): ServiceProject[] {
  const folders = readdirSync(join(workspaceRoot, 'apps')).filter((name) => isThere(`apps/${name}/src/main.ts`));
  return folders
    .filter((name) => (readJson(`apps/${name}/package.json`) as { bin?: object }).bin === undefined)
    .map((name) => ({ name, migrates: isThere(`apps/${name}/src/migrate.ts`) }));
}

/**
 * Comes with the embedded stack and with Compose. In a cluster people are signed in by the provider that the province has: one that is
 * somebody's to run, with accounts of its own.
 */
export const ownProvider = 'identity';

/** The tag that the product's own image carries: the version of the workspace. */
export const ownImage = (): string => `motcua:${(readJson('package.json') as { version: string }).version}`;

/** An image that is the same tomorrow: our own of this version, or another's with a version of at least two numbers. */
export const isPinned = (image: string): boolean =>
  image.startsWith('motcua:') ? image === ownImage() : /:v?\d+\.\d+[\w.-]*$|@sha256:[0-9a-f]{64}$/.test(image);

/** Files below a folder, relative to the workspace, in order. */
export function listFiles(folder: string, name: RegExp): string[] {
  const entries = readdirSync(join(workspaceRoot, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && name.test(entry.name));
  return files.map((entry) => relative(workspaceRoot, join(entry.parentPath, entry.name))).sort();
}
