/**
 * Fails where a project imports another and Nx's project graph has no edge between them: without it a cached result would stay green
 * after a library had changed, `nx affected` would leave out who depends on it, and the boundary rule would see nothing.
 * Fails too where a project has specs and no target that runs them.
 *
 *   node libs/tooling/check-graph.js
 */
import { createProjectGraphAsync } from '@nx/devkit';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findUnrunSpecs } from './find-unrun-specs.js';

const workspaceRoot = resolve(import.meta.dirname, '../..');
const { nodes, dependencies } = await createProjectGraphAsync({ exitOnError: true });

const projects = await Promise.all(
  Object.values(nodes).map(async (node) => ({ node, files: await listSources(join(workspaceRoot, node.data.root, 'src')) })),
);
const missing = (await Promise.all(projects.map(findMissing))).flat();
for (const { project, imported, file } of missing)
  console.error(`${project} imports ${imported} (${file}), and the graph has no edge between them.`);
if (missing.length > 0) console.error('See pluginsConfig of nx.json.');

const unrun = projects.flatMap(({ node, files }) => findUnrunSpecs(node, files));
for (const { project, target, file } of unrun)
  console.error(`${project} has no target "${target}", so that nobody runs ${file}: name it in its package.json.`);
process.exit(missing.length + unrun.length === 0 ? 0 : 1);

async function findMissing({ node: { name }, files }) {
  const edges = new Set((dependencies[name] ?? []).map(({ target }) => target));
  const found = new Map();
  for (const file of files)
    for (const imported of await listImports(file))
      if (imported !== name && nodes[imported] !== undefined && !edges.has(imported) && !found.has(imported))
        found.set(imported, { project: name, imported, file });
  return [...found.values()];
}

async function listSources(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function listImports(file) {
  const text = await readFile(file, 'utf8');
  return [...text.matchAll(/(?:from|import\(?)\s*'(@motcua\/[\w-]+)/g)].map(([, imported]) => imported);
}
