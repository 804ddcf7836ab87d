import type { Rule } from '../reach.ts';
import { dossierRules } from './dossier-rules.ts';
import { figureRules } from './figure-rules.ts';
import { operationsRules } from './operations-rules.ts';
import { peopleRules } from './people-rules.ts';

const table = { ...dossierRules, ...figureRules, ...peopleRules, ...operationsRules } as const;

/** Something that a route does, or that is decided within one. */
export type Action = keyof typeof table;

/** The one table of who may do what, and how far: action × role → reach. */
export const rules: Readonly<Record<Action, Rule>> = table;
