import { board } from './board.ts';
import { desk } from './desk.ts';
import { list } from './list.ts';
import { period } from './period.ts';
import { shell } from './shell.ts';
import { slip } from './slip.ts';
import { states } from './states.ts';

/** All words in Vietnamese, by the part of the console that says them. English has the same shape, or does not compile. */
export const vi = { shell, states, period, board, list, desk, slip };
export type Words = typeof vi;
