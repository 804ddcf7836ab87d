/**
 * `node --conditions=@motcua/source --import <this file> x.ts` runs TypeScript sources without a build: Node strips types, and
 * not decorators, and a build in the middle of a test run would pull `dist` from under somebody else's feet. What a file compiles to is
 * kept, because specs start such a process again and again.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspaceRoot = resolve(import.meta.dirname, '../../../..');
const configFile = join(workspaceRoot, '.swcrc');
const lockfile = join(workspaceRoot, 'package-lock.json');
const cache = join(workspaceRoot, 'node_modules/.cache/run-typescript');
const compiler = createHash('sha256').update(readFileSync(configFile)).update(readFileSync(lockfile)).digest('hex');
mkdirSync(cache, { recursive: true });
module.enableCompileCache(join(cache, 'v8'));

module.registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
    return { format: 'module', source: compile(fileURLToPath(url)), shortCircuit: true };
  },
});

function compile(filename) {
  const text = readFileSync(filename, 'utf8');
  const key = createHash('sha256').update(`${compiler}\n${filename}\n${text}`).digest('hex');
  const kept = join(cache, `${key}.js`);
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const options = { filename, configFile, sourceMaps: 'inline', jsc: { rewriteRelativeImportExtensions: false } };
    // Loaded where something is to be compiled, which is seldom.
    const { transformSync } = module.createRequire(import.meta.url)('@swc/core');
    const { code } = transformSync(text, options);
    // Under another name first: several processes may write it at once, and none may read half of it.
    const unfinished = join(cache, randomUUID());
    writeFileSync(unfinished, code);
    renameSync(unfinished, kept);
    return code;
  }
}
