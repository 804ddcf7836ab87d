import type { DossierAction, DossierSnapshot, DossierView } from '@motcua/contracts';
import { ApiProblem } from './problem.ts';
import { lastDone } from './last-done.ts';
import { request } from './request.ts';

export interface DossierCommand {
  readonly dossierId: string;
  readonly action: DossierAction;
  readonly body: object;
  /** The version that was looked at; another in the meantime is a conflict. */
  readonly etag: string;
  /** The same through every attempt: done once, however often it is sent. */
  readonly idempotencyKey: string;
  /** The same of commands that are given as one, and undone as one; absent: it is given by itself. */
  readonly run?: string;
}

/** @returns the dossier as it is now; what was done to it can be undone from anywhere, as long as it may be */
export async function sendCommand({ dossierId, action, body, etag, idempotencyKey, run }: DossierCommand): Promise<DossierView> {
  const path = `/v1/dossiers/${dossierId}/${action}`;
  const view = await request<DossierView>(path, { method: 'POST', body, ifMatch: etag, idempotencyKey });
  lastDone.note(view, run ?? idempotencyKey);
  return view;
}

/** Whether somebody else changed the dossier since it was read. */
export const isConflict = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.status === 412;

export const toEtag = ({ dossierVersion }: Pick<DossierSnapshot, 'dossierVersion'>): string => `"${dossierVersion}"`;
