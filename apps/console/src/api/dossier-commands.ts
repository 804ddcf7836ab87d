import type { DossierAction, DossierSnapshot, DossierView } from '@motcua/contracts';
import { ApiProblem } from './problem.ts';
import { request } from './request.ts';

export interface DossierCommand {
  readonly dossierId: string;
  readonly action: DossierAction;
  readonly body: object;
  /** The version that was looked at; another in the meantime is a conflict. */
  readonly etag: string;
  /** The same through every attempt: done once, however often it is sent. */
  readonly idempotencyKey: string;
}

export const sendCommand = ({ dossierId, action, body, etag, idempotencyKey }: DossierCommand): Promise<DossierView> =>
  request<DossierView>(`/v1/dossiers/${dossierId}/${action}`, { method: 'POST', body, ifMatch: etag, idempotencyKey });

/** Whether somebody else changed the dossier since it was read. */
export const isConflict = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.status === 412;

export const toEtag = ({ dossierVersion }: Pick<DossierSnapshot, 'dossierVersion'>): string => `"${dossierVersion}"`;
