import type { Observed } from '../observe/observed.ts';
import type { ClientRecord } from '../record/client-record.ts';

/** The promises, by the words under which the table of docs/reliability.md names them. */
export const promises = {
  answered: 'what is lawful is done, and answered',
  lost: 'nothing acknowledged is lost',
  order: 'order within a dossier, without a gap',
  figure: 'figures equal a recount of the client’s own record',
  list: 'a figure equals its list',
  serial: 'serials without gap or double',
  alert: 'each deadline is warned of once, and in time',
  told: 'nobody is told of a thing twice',
  mail: 'no mail is sent twice',
  document: 'files, ratings and entries are there once, as they were sent',
  leak: 'no planted name or number in logs and topics',
  verify: 'motcua verify says equal',
  caughtUp: 'caught up within 60 s after the last healing and the last command',
  healed: 'what is whole again is used again',
  toldLost: 'what a restored database has lost is told, all of it and nothing else',
  takeover: 'a standby takes over within 3 s',
} as const;
export type PromiseName = keyof typeof promises;

export interface Violation {
  readonly promise: PromiseName;
  readonly what: string;
}

/** Compares what clients know with what the stack shows. */
export type Check = (record: ClientRecord, observed: Observed) => Violation[];
