import { after, before, edit } from '../edit.js';

/** Who may, and what it brings about. The specs of all actions know it too. */
export function addToServices(tree, { name, event }) {
  const words = name.replaceAll('-', ' ');
  edit(
    tree,
    'libs/access/src/rules/dossier-rules.ts',
    before(`  'dossiers.extend': `, `  'dossiers.${name}': { name: { vi: '${words}', en: '${words}' }, to: desk },\n`),
  );
  edit(tree, 'libs/access/src/rules/rules.spec.ts', after(`  if (['refuse', `, `'${name}', `));
  const line = (path, text) => edit(tree, path, before(`  'request-withdrawal': `, `  '${name}': ${text},\n`));
  line('apps/dossier-intake/src/dossiers/list-actions.ts', `'${event}'`);
  line('apps/dossier-intake/src/testing/action-cases.ts', '{ body: {} }');
  line('apps/stack-e2e/src/planted/dossier-journeys.ts', '{ body: {} }');
}
