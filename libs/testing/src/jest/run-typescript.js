/**
 * `node --conditions=@motcua/source --import <this file> x.ts` runs TypeScript sources without a build: Node strips types, and
 * not decorators, and a build in the middle of a test run would pull `dist` from under somebody else's feet.
 */
import { transformFile } from '@swc/core';
import { register } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const swcrc = resolve(import.meta.dirname, '../../../../.swcrc');

/** Node's loader hook: compiles `.ts` files, leaves all others alone. */
export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const { code } = await transformFile(fileURLToPath(url), {
    configFile: swcrc,
    sourceMaps: 'inline',
    jsc: { rewriteRelativeImportExtensions: false },
  });
  return { format: 'module', source: code, shortCircuit: true };
}

// The file is loaded twice: by `--import` in the main thread, where it registers itself, and in the thread of the hooks.
const isHookThread = new URL(import.meta.url).searchParams.has('hooks');
if (!isHookThread) register(`${import.meta.url}?hooks`);
