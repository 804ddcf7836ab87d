import type { Words } from '../vi/index.ts';
import { accounts } from './accounts.ts';
import { applicant } from './applicant.ts';
import { audit } from './audit.ts';
import { board } from './board.ts';
import { closes } from './closes.ts';
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
import { forms } from './forms.ts';
import { slip } from './slip.ts';
import { states } from './states.ts';
import { statutory } from './statutory.ts';
import { worklist } from './worklist.ts';

/** All words in English; fetched when somebody switches to it. */
export const en: Words = {
  shell,
  states,
  period,
  closes,
  board,
  list,
  desk,
  returns,
  fees,
  slip,
  forms,
  dispute,
  dossier,
  applicant,
  worklist,
  inbox,
  lookUp,
  edit,
  report,
  statutory,
  organisation,
  procedures,
  calendars,
  rules,
  operations,
  accounts,
  audit,
};
