import type { Words } from '../vi/index.ts';
import { accounts } from './accounts.ts';
import { audit } from './audit.ts';
import { board } from './board.ts';
import { dispute } from './dispute.ts';
import { dossier } from './dossier.ts';
import { inbox } from './inbox.ts';
import { desk } from './desk.ts';
import { list } from './list.ts';
import { lookUp } from './look-up.ts';
import { period } from './period.ts';
import { edit } from './edit.ts';
import { report } from './report.ts';
import { fees } from './fees.ts';
import { returns } from './returns.ts';
import { organisation } from './organisation.ts';
import { procedures } from './procedures.ts';
import { calendars } from './calendars.ts';
import { rules } from './rules.ts';
import { operations } from './operations.ts';
import { shell } from './shell.ts';
import { slip } from './slip.ts';
import { states } from './states.ts';
import { worklist } from './worklist.ts';

/** All words in English; fetched when somebody switches to it. */
export const en: Words = {
  shell,
  states,
  period,
  board,
  list,
  desk,
  returns,
  fees,
  slip,
  dispute,
  dossier,
  worklist,
  inbox,
  lookUp,
  edit,
  report,
  organisation,
  procedures,
  calendars,
  rules,
  operations,
  accounts,
  audit,
};
