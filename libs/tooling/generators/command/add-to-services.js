import { after, before, edit } from '../edit.js';

/** From the request to the domain, from the event to what is published, and who may. The demonstration and the specs of all actions know it too. */
export function addToServices(tree, { name, event }) {
  edit(
    tree,
    'apps/dossier-intake/src/dossiers/to-change-command.ts',
    before(`    case 'extend':\n`, `    case '${name}':\n      return { type: '${name}', occurredAt };\n`),
  );
  edit(
    tree,
    'apps/dossier-intake/src/dossiers/to-change.ts',
    before(`    case 'withdrawal-requested':\n`, `    case '${event}':\n`),
  );
  const words = name.replaceAll('-', ' ');
  edit(
    tree,
    'libs/access/src/rules/dossier-rules.ts',
    before(`  'dossiers.extend': `, `  'dossiers.${name}': { name: { vi: '${words}', en: '${words}' }, to: desk },\n`),
  );
  edit(tree, 'libs/access/src/rules/rules.spec.ts', after(`  if (['refuse', `, `'${name}', `));
  const line = (path, text) => edit(tree, path, before(`  'request-withdrawal': `, `  '${name}': ${text},\n`));
  line('libs/demo/src/simulation/counter-handler.ts', `'counter'`);
  line('apps/dossier-intake/src/testing/action-courses.ts', '{ body: {} }');
  line('apps/stack-e2e/src/planted/dossier-journeys.ts', '{ body: {} }');
}
