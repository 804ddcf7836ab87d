import { after, before, edit, importing } from '../edit.js';

const at = (path) => `libs/dossier/src/${path}`;

/** The pure middle: the command, its decision, the event, and the state after it. */
export function addToDomain(tree, { name, event, sentence, pascal, camel }) {
  edit(tree, at('vocabulary.ts'), after(`  | 'payment-made'\n`, `  | '${event}'\n`));
  edit(
    tree,
    at('dossier-command.ts'),
    before(
      'export type ChangeCommand =',
      `/** ${sentence} */\nexport interface ${pascal} extends Timed {\n  readonly type: '${name}';\n}\n\n`,
    ),
    after('export type ChangeCommand =\n', `  | ${pascal}\n`),
  );
  edit(
    tree,
    at('decide.ts'),
    importing(`import { ${camel} } from './commands/${name}.ts';`),
    before(`    case 'extend':\n`, `    case '${name}':\n      return ${camel}(dossier, command, context);\n`),
  );
  edit(
    tree,
    at('state/dossier-event.ts'),
    after(`  | { readonly type: 'payment-made' }\n`, `  | { readonly type: '${event}' }\n`),
  );
  edit(tree, at('state/event-effects.ts'), before(`  extended: {\n`, `  '${event}': { apply: (recorded) => recorded },\n`));
  edit(
    tree,
    at('status/status-table.ts'),
    after(`  'payment-made': false,\n`, `  '${event}': false,\n`),
    after('const atWork: Lawful = {\n  ...open,\n', `  '${event}': true,\n`),
  );
  edit(
    tree,
    at('testing/history.arbitraries.ts'),
    after(`        { type: 'confirm-payment' },\n`, `        { type: '${name}' },\n`),
  );
}
