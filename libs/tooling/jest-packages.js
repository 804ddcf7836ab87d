/**
 * Nest, TypeORM, Zod and the like come in 1,700 small modules, and Jest loads each of them anew for every spec file. Here they are put
 * together, once an installation, into a few: what they export, and that there is one of each, stays as it is. All other packages are
 * loaded as ever.
 */
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const nodeModules = resolve(import.meta.dirname, '../../node_modules');
const nest = ['common', 'core', 'microservices', 'platform-fastify', 'swagger', 'testing'].map((name) => `@nestjs/${name}`);
/** ECMAScript modules, and what is imported of them by us or by a package that is not among them. */
const modules = {
  packages: [...nest, '@nestjs/mapped-types', 'rxjs', 'es-toolkit', 'zod', 'jose'],
  entries: [
    ...[
      ...nest,
      '@nestjs/common/constants.js',
      '@nestjs/common/internal',
      '@nestjs/core/internal',
      'rxjs',
      'rxjs/operators',
      'es-toolkit/compat',
      'zod',
    ],
    ...['jose', 'jose/jwt/sign', 'jose/key/import'],
  ],
  splitting: true,
};
/** CommonJS, which loads the driver of a database by `require`. */
const typeorm = {
  packages: ['typeorm'],
  entries: ['typeorm'],
  banner: { js: `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);` },
};
/** Node would take its CommonJS, whose exports cannot be put together with the rest. */
const rxjs = join(nodeModules, 'rxjs/dist/esm');
const instead = { rxjs: join(rxjs, 'index.js'), 'rxjs/operators': join(rxjs, 'operators/index.js') };

const toFileName = (entry) => entry.replaceAll('/', '+');

/** Jest's `moduleNameMapper`: from each specifier to its module in the folder, which is made where it is missing. */
export async function mapPackages() {
  const folder = join(nodeModules, '.cache', `jest-packages-${hashOfInstallation()}`);
  if (!existsSync(folder)) await putTogether(folder);
  const entries = [...modules.entries, ...typeorm.entries];
  return {
    ...Object.fromEntries(entries.map((entry) => [`^${entry}$`, join(folder, `${toFileName(entry)}.mjs`)])),
    // By any other path a class would be there a second time: Jest names the import and this file.
    [`^(?:${[...nest, 'typeorm'].join('|')})/`]: join(folder, 'not an entry of libs/tooling/jest-packages.js'),
  };
}

async function putTogether(folder) {
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}.`);
  for (const { packages, entries, ...options } of [modules, typeorm])
    await build({
      ...options,
      absWorkingDir: nodeModules,
      entryPoints: Object.fromEntries(entries.map((entry) => [toFileName(entry), entry])),
      plugins: [only(packages)],
      outdir: unfinished,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      keepNames: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      logLevel: 'warning',
    });
  await rename(unfinished, folder).catch(async (error) => {
    await rm(unfinished, { recursive: true });
    // Several runs may begin at once: the first stays.
    if (!existsSync(folder)) throw error;
  });
}

/** What is not of these packages stays outside. */
const only = (packages) => ({
  name: 'only',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path }) => {
      if (instead[path] !== undefined) return { path: instead[path] };
      return packages.some((name) => path === name || path.startsWith(`${name}/`)) ? undefined : { external: true };
    });
  },
});

/** Of what is installed, and of how it is put together. */
function hashOfInstallation() {
  const hash = createHash('sha256').update(readFileSync(import.meta.filename));
  for (const name of [...modules.packages, ...typeorm.packages])
    hash.update(readFileSync(join(nodeModules, name, 'package.json')));
  return hash.digest('hex').slice(0, 12);
}
