import { after, edit } from '../edit.js';

const at = (path) => `libs/contracts/src/${path}`;
const MADE_AFTER = 'vn.motcua.dossier.payment-made.v1';

/** What is published, what is asked for, and a fixture that says how it looks. */
export function addToContracts(tree, { name, event, sentence }) {
  edit(
    tree,
    at('dossier/dossier-event.ts'),
    after(`  'payment-made': z.object({ ...lateRecord }),\n`, `  '${event}': z.object({ ...lateRecord }),\n`),
  );
  edit(
    tree,
    at('http/intake.ts'),
    after(
      `  'confirm-payment': z\n    .strictObject({ occurredAt, desk: StepEntry.pick({ payment: true }).optional() })\n    .describe('The payment arrived.'),\n`,
      `  '${name}': z.strictObject({ occurredAt }).describe('${sentence}'),\n`,
    ),
  );
  const type = `vn.motcua.dossier.${event}.v1`;
  const fixture = JSON.parse(tree.read(at(`__fixtures__/${MADE_AFTER}.json`), 'utf8'));
  tree.write(at(`__fixtures__/${type}.json`), `${JSON.stringify({ ...fixture, type }, null, 2)}\n`);
}
