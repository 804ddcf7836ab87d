import type { Words } from '../vi/index.ts';
import { board } from './board.ts';
import { desk } from './desk.ts';
import { list } from './list.ts';
import { period } from './period.ts';
import { shell } from './shell.ts';
import { slip } from './slip.ts';
import { states } from './states.ts';

/** All words in English; fetched when somebody switches to it. */
export const en: Words = { shell, states, period, board, list, desk, slip };
