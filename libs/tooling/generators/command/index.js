import { formatFiles, generateFiles } from '@nx/devkit';
import { join } from 'node:path';
import { toNames } from '../names.js';
import { addToContracts } from './add-to-contracts.js';
import { addToDomain } from './add-to-domain.js';
import { addToServices } from './add-to-services.js';

/**
 * `nx g @motcua/tooling:command note-visit --event visit-noted --sentence 'The visit was noted.'`
 *
 * A command that those at the counter and specialists may give while a dossier is at work. It is recorded, and nothing follows from it: what
 * is to follow is written where the list at the end says.
 */
export default async function command(tree, { name, event, sentence }) {
  const { pascal, camel } = toNames(name);
  if (tree.exists(`libs/dossier/src/commands/${name}.ts`)) throw new Error(`libs/dossier has a command ${name} already.`);
  const names = { name, event, sentence: sentence.replaceAll("'", '’'), pascal, camel };
  generateFiles(tree, join(import.meta.dirname, 'files'), 'libs/dossier/src/commands', names);
  addToDomain(tree, names);
  addToContracts(tree, names);
  addToServices(tree, names);
  await formatFiles(tree);
  return () => {
    console.log(`
Next:
  npx nx build contracts && node libs/contracts/scripts/publish-contracts.js     the JSON Schema, docs/asyncapi.yaml
By hand, and by the field's rules:
  libs/dossier/src/status/status-table.ts              in which status it is lawful; now: while the dossier is at work
  libs/dossier/src/recording/find-unlawful.ts          a refusal of its own, where "the clock stands" is the wrong word
  libs/dossier/src/state/event-effects.ts              what follows from it; now: nothing but that it happened
  libs/dossier/src/commands/${name}.ts                 what else it is refused for, and when a repeat is quiet
  libs/access/src/rules/dossier-rules.ts               who may; now: counter, specialist, head and admin; its name in Vietnamese
  apps/console/src: dossier/actions/action-fields.ts, i18n/{vi,en}/dossier.ts   what is asked for in a browser, and its words
  apps/notification/src/templates/texts/${event}.v1.yaml   what the applicant is told; a spec fails until it is there`);
  };
}
