import dockerignore from '@balena/dockerignore';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The files that `docker build` is given, relative to `root`: those that the ignore file lets in, in Docker's own sense of its order,
 * of `!` and of `**`.
 */
export async function listBuildContext(root: string, ignoreText: string): Promise<string[]> {
  const patterns = ignoreText.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const ignore = dockerignore.default().add(patterns);
  const letIn = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  /** An ignored folder is entered only where a later line lets something below it in again. */
  const isEntered = (folder: string): boolean =>
    !ignore.ignores(folder) || letIn.some((pattern) => pattern.startsWith(`${folder}/`));
  const walk = async (folder: string): Promise<string[]> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    const found = entries.map(async (entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return isEntered(path) ? walk(path) : [];
      return entry.isFile() && !ignore.ignores(path) ? [path] : [];
    });
    return (await Promise.all(found)).flat();
  };
  return (await walk('')).sort();
}

/** Those of `files` that a source of COPY names, with everything below a folder that it names. */
export const selectSources = (files: readonly string[], sources: readonly string[]): string[] =>
  files.filter((file) => sources.some((source) => isNamed(file, source)));

const isNamed = (file: string, source: string): boolean => {
  const depth = source.split('/').length;
  return source === '.' || toGlob(source).test(file.split('/').slice(0, depth).join('/'));
};

/** `*` and `?`, neither of which passes a slash; the Dockerfile uses no other sign. */
const toGlob = (source: string): RegExp =>
  new RegExp(
    `^${source
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]')}$`,
  );

/** Copies them with the folders above them. */
export async function copyFiles(root: string, target: string, files: readonly string[]): Promise<void> {
  for (const folder of new Set(files.map(dirname))) await mkdir(join(target, folder), { recursive: true });
  await Promise.all(files.map((file) => copyFile(join(root, file), join(target, file))));
}
