/**
 * Bundles a built service: `dist/main.js`, `dist/migrate.js` and the `.worker.js` of each thread become one file each, packages included.
 * Node then reads one file where it looked up and read some 2,600. What SWC wrote is what is bundled: esbuild alone drops the decorators'
 * metadata that Nest builds with. The other files of `dist` stay as they are, for benchmarks and for texts and pages read from disk.
 */
import { build, transform } from 'esbuild';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { toOwnLinesMap } from './own-lines-map.js';

/** What has a launcher of its own is the command line: it loads its parts as they are asked for, and is not bundled. */
export const isService = (projectRoot) => existsSync(join(projectRoot, 'src/main.ts')) && !existsSync(join(projectRoot, 'bin'));

export async function bundleService(projectRoot) {
  const dist = join(projectRoot, 'dist');
  const files = await readdir(dist, { recursive: true });
  const entries = files.filter((file) => file === 'main.js' || file === 'migrate.js' || file.endsWith('.worker.js'));
  const { outputFiles } = await build({
    entryPoints: entries.map((entry) => join(dist, entry)),
    outdir: dist,
    outbase: dist,
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Nest names providers, log contexts and errors by their class.
    keepNames: true,
    // The engine keeps a program's text for as long as it runs: 40 MB less of a service at rest. Lines stay short, because an uncaught error prints its line.
    minifyWhitespace: true,
    lineLimit: 160,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    banner: { js: BANNER },
    plugins: [optionalPackages, ownPlaces(dist)],
    logLevel: 'warning',
  });
  const toContents = ({ path, text }) => (path.endsWith('.map') ? toOwnLinesMap(text) : text);
  await Promise.all(outputFiles.map((file) => writeFile(file.path, toContents(file))));
}

/** Where a file lay is told from the `dist` that the bundle lies in. */
const BANNER = `import { createRequire as __toRequire } from 'node:module';
import { fileURLToPath as __toPath } from 'node:url';
const require = __toRequire(import.meta.url);
const __toPlace = (path) => new URL(path, import.meta.url.slice(0, import.meta.url.lastIndexOf('/dist/') + 6)).href;`;

/** A package that another one would use if it were installed stays an import: it fails where, and only if, it is asked for. */
const optionalPackages = {
  name: 'optional packages',
  setup(bundle) {
    bundle.onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, importer, kind, resolveDir }) => {
      if (pluginData === optionalPackages || !isPackage(importer)) return undefined;
      const found = await bundle.resolve(path, { kind, importer, resolveDir, pluginData: optionalPackages });
      return found.errors.length > 0 ? { path, external: true } : found;
    });
  },
};

/** Each file goes on knowing where it lies on disk, for what it reads from beside itself or starts as a thread. */
const ownPlaces = (dist) => ({
  name: 'own places',
  setup(bundle) {
    bundle.onLoad({ filter: /\.[cm]?js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const place = `__toPlace(${JSON.stringify(relative(dist, path).split(sep).join('/'))})`;
      if (isPackage(path)) return { contents: await placePackage(withBundledTypeOrm(text, path), place) };
      const contents = text
        .replaceAll('import.meta.dirname', `__toPath(new URL('.', ${place}))`)
        .replaceAll('import.meta.url', place);
      return { contents };
    });
  },
});

const OWN_REQUIRE = 'const require = createRequire(import.meta.url);';

/** TypeORM's module for Nest asks for TypeORM once more, by a `require` of its own, and would find a second one on disk. */
function withBundledTypeOrm(text, path) {
  if (!path.includes(join('@nestjs', 'typeorm')) || !text.includes('createRequire(')) return text;
  if (!text.includes(OWN_REQUIRE))
    throw new Error(`${path} makes its require otherwise than bundle.js knows: it would load TypeORM twice.`);
  return text.replace(OWN_REQUIRE, '');
}

const PLACES = /\b__dirname\b|\b__filename\b|\bimport\.meta\b/;

async function placePackage(text, place) {
  if (!PLACES.test(text)) return text;
  const { code } = await transform(text, {
    define: {
      __dirname: '__ownFolder',
      __filename: '__ownFile',
      'import.meta.url': '__ownUrl',
      'import.meta.dirname': '__ownFolder',
      'import.meta.filename': '__ownFile',
    },
  });
  return `const __ownUrl = ${place}, __ownFile = __toPath(__ownUrl), __ownFolder = __toPath(new URL('.', __ownUrl));\n${code}`;
}

const isPackage = (path) => path.includes(`${sep}node_modules${sep}`);
