import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

const workspaceRoot = resolve(import.meta.dirname, '../../..');
/** Specs, and what only they use, stand beside what they test and look at everything. */
const isForTests = (path) => /\.(spec|features|arbitraries|bench)\.tsx?$|\/(testing|bench)\//.test(path);

/** `Map` of each source file to the files of its project that it imports, types included; paths from the workspace's root. */
export function readImports() {
  const files = ['apps', 'libs'].flatMap((group) => listSources(join(workspaceRoot, group)));
  const known = new Set(files);
  return new Map(files.map((file) => [file, listImported(file).filter((imported) => known.has(imported))]));
}

function listSources(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(workspaceRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => /\/src\//.test(path) && !/\/(node_modules|dist)\//.test(path) && !isForTests(path))
    .sort();
}

function listImported(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(workspaceRoot, file), 'utf8'), true, true);
  const relatives = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
  return [...new Set(relatives.map((name) => join(dirname(file), name).split(sep).join('/')))];
}

/** The same between the rooms of each project: `apps/x/src/dossiers/a.ts` stands in `apps/x/src/dossiers`, `apps/x/src/config.ts` is one by itself. */
export function toRooms(files) {
  const rooms = new Map();
  for (const [file, imported] of files) {
    const room = toRoom(file);
    const others = imported.map(toRoom).filter((other) => other !== room);
    rooms.set(room, [...new Set([...(rooms.get(room) ?? []), ...others])]);
  }
  return rooms;
}

const toRoom = (file) => /^.*?\/src\/[^/]+/.exec(file)[0];
