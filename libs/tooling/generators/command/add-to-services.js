import { after, before, edit } from '../edit.js';

/** Who may. The specs of all actions know it too. */
export function addToServices(tree, { name }) {
  const policy = 'libs/access/src/dossier-policy';
  edit(
    tree,
    `${policy}.ts`,
    after(`  | 'confirm-payment'\n`, `  | '${name}'\n`),
    after('const counterWrites = [\n', `  '${name}',\n`),
    after('const specialistWrites = [\n', `  '${name}',\n`),
  );
  edit(
    tree,
    `${policy}.spec.ts`,
    after('const writes: DossierWrite[] = [\n', `  '${name}',\n`),
    after(`  if (['refuse', `, `'${name}', `),
  );
  const line = (path, text) => edit(tree, path, before(`  'request-withdrawal': `, `  '${name}': ${text},\n`));
  line('apps/dossier-intake/src/planted-data.int.spec.ts', '{ body: {} }');
  line('apps/stack-e2e/src/planted/dossier-journeys.ts', '{ body: {} }');
}
