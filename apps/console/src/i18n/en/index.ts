import type { Words } from '../vi/index.ts';
import { board } from './board.ts';
import { dossier } from './dossier.ts';
import { inbox } from './inbox.ts';
import { list } from './list.ts';
import { lookUp } from './look-up.ts';
import { period } from './period.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';
import { worklist } from './worklist.ts';

/** All words in English; fetched when somebody switches to it. */
export const en: Words = { shell, states, period, board, list, dossier, worklist, inbox, lookUp };
