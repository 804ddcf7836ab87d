import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const fixtures = resolve(import.meta.dirname, '../__fixtures__');

/** The bytes of a published event: `vn.motcua.<name>.json`. */
export const readEventFixture = (name: string): Buffer => readFileSync(`${fixtures}/vn.motcua.${name}.json`);

const days = (amount: number) => ({ amount, unit: 'working-day' }) as const;

/** What the state is after a correction was proposed, and after another was approved: fixture and state. */
export const correctedStates = [
  ['dossier.corrected.v1.proposed-correction', { endedAt: '2022-03-08T03:00:00.000Z', limit: days(3) }],
  ['dossier.corrected.v1.correction-approved', { endedAt: '2022-03-04T02:00:00.000Z', limit: days(5) }],
] as const;
