import { formatFiles, generateFiles } from '@nx/devkit';
import { join } from 'node:path';
import { after, asLastOf, edit, importing } from '../edit.js';
import { toMigrationTime, toNames } from '../names.js';
import { listenInModule } from './listen-in-module.js';

/** What a stream's topic, reader and fixtures are called in the contracts; the sentence behind a reader is what else it wants to be told. */
const streams = {
  dossier: { topic: 'dossierEvents', read: 'readDossierEvent', reading: 'readDossierEvent(value)' },
  sla: { topic: 'slaEvents', read: 'readSlaEvent', reading: 'readSlaEvent(value, {})' },
};

/** `nx g @motcua/tooling:consumer --service parcel-tracker --event dossier.returned` */
export default async function consumer(tree, { service, event, time }) {
  const root = `apps/${service}/src`;
  if (!tree.exists(`${root}/app.module.ts`)) throw new Error(`apps/${service} is no service: it has no src/app.module.ts.`);
  const [domain, name] = event.split('.');
  const stream = streams[domain];
  const type = `vn.motcua.${event}.v1`;
  if (stream === undefined || !tree.exists(`libs/contracts/src/__fixtures__/${type}.json`))
    throw new Error(`libs/contracts publishes no ${type}.`);
  const folder = `${root}/consumers/on-${name}`;
  if (tree.exists(folder)) throw new Error(`${folder} is there already.`);
  const schema = findSchema(tree, service);
  const names = { ...toNames(name), ...stream, type, service, schema, time: toMigrationTime(time) };
  const migrations = findMigrations(tree, root);
  generateFiles(tree, join(import.meta.dirname, 'files'), root, { ...names, ...migrations });
  addMigration(tree, migrations, names);
  listenInModule(tree, `${root}/app.module.ts`, names);
  await formatFiles(tree);
}

/** The file that lists the migrations, and what it calls them. */
function findMigrations(tree, root) {
  const file = tree.children(`${root}/migrations`).find((each) => /^migrate-[a-z-]+\.ts$/.test(each));
  const text = file === undefined ? '' : tree.read(`${root}/migrations/${file}`, 'utf8');
  const [, list] = /export const (\w+Migrations) = \[/.exec(text) ?? [];
  const [, migrate] = /export (?:const|function|async function) (migrate\w+)/.exec(text) ?? [];
  if (list === undefined || migrate === undefined)
    throw new Error(`${root}/migrations has no migrate-<name>.ts with a list of migrations and a function that runs them.`);
  return { file, path: `${root}/migrations/${file}`, list, migrate };
}

/** Of the role that a service signs in as: `motcua_<schema>`. */
function findSchema(tree, service) {
  const services = tree.read('libs/stack/src/services/services.ts', 'utf8');
  const [, schema] = new RegExp(`name: '${service}',\\s*role: 'motcua_(\\w+)'`).exec(services) ?? [];
  if (schema === undefined) throw new Error(`${service} has no role motcua_<schema> in libs/stack/src/services/services.ts.`);
  return schema;
}

function addMigration(tree, { path, list }, { pascal, name, time }) {
  const migration = `CreateLast${pascal}${time}`;
  edit(
    tree,
    path,
    importing(`import { ${migration} } from './${time}-create-last-${name}.ts';`),
    asLastOf(`export const ${list} = [`, ']', migration),
  );
  if (tree.read(path, 'utf8').includes('CreateConsumerTables1760000002000')) return;
  edit(
    tree,
    path,
    importing(`import { CreateConsumerTables1760000002000, KnowTimeline1767300001000 } from '@motcua/kafka';`),
    after(`export const ${list} = [`, 'CreateConsumerTables1760000002000, KnowTimeline1767300001000, '),
  );
}
