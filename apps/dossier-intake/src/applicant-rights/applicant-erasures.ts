import { requirePermission, requirePermissionOfAny, type Action } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import type { ApplicantErasure, ApplicantErasureList, AskErasure, DecideErasure } from '@motcua/contracts';
import type { KnownDossier } from '@motcua/dossier';
import { inTransaction, toTransaction, type Transaction } from '@motcua/postgres';
import { Injectable } from '@nestjs/common';
import { decideErasure, findErasure, insertErasure, listErasures } from '../applicants/erasure.store.ts';
import { lockDossiers } from '../dossiers/dossier-lock.ts';
import { DossierParts } from '../dossiers/dossier-parts.ts';
import { findDossier } from '../dossiers/dossier.store.ts';
import { pathsOf } from '../dossiers/paths-of.ts';
import { unknownDossier } from '../dossiers/refused.ts';
import { insertChanges } from './applicant-change.store.ts';
import { eraseApplicants } from './erase-applicants.ts';
import { notAsked, nothingToErase, notOver, othersRequest, ownRequest } from './problems.ts';

/** More than one run of the term erases at a moment: who goes on from `next` comes further. */
const MOST_LISTED = 500;

export interface ErasuresQuestion {
  readonly unit: string | undefined;
  readonly state: 'waiting' | 'erased';
  /** ISO 8601 */
  readonly since: string;
}

/** Erases what is kept of applicants: one person asks, another one decides, and what is left says that and no more. */
@Injectable()
export class ApplicantErasures {
  constructor(private readonly parts: DossierParts) {}

  /** @throws ProblemError 403, 404, 409 while the dossier is not over, or where nothing is kept */
  ask(actor: Actor, id: string, { ground }: AskErasure): Promise<ApplicantErasure> {
    return this.#withDossier(actor, { id, action: 'applicants.ask-erasure' }, async (transaction, dossier) => {
      if (!isOver(dossier)) throw notOver();
      const known = await findErasure(transaction, id);
      if (known?.state === 'waiting') return known;
      if (isErasedOnRequest(known) && !(await isAnythingKept(transaction, id))) throw nothingToErase();
      const erasure: ApplicantErasure = {
        ...{ dossierId: id, state: 'waiting', ground, askedBy: actor.sub, askedAt: this.#now() },
        ...{ decidedBy: null, decidedAt: null },
      };
      await insertErasure(transaction, erasure);
      return erasure;
    });
  }

  /** @throws ProblemError 403 for who asked; 404; 409 where none waits, or the dossier was taken up again meanwhile */
  decide(actor: Actor, id: string, { decision, reason }: DecideErasure): Promise<ApplicantErasure> {
    return this.#withDossier(actor, { id, action: 'applicants.erase' }, async (transaction, dossier) => {
      const asked = await findErasure(transaction, id);
      if (asked?.state !== 'waiting') throw notAsked();
      if (asked.askedBy === actor.sub) throw ownRequest();
      if (decision === 'approve' && !isOver(dossier)) throw notOver();
      const state = decision === 'approve' ? 'erased' : 'rejected';
      const kept = state === 'rejected' ? (reason ?? null) : null;
      const decided: ApplicantErasure = { ...asked, state, decidedBy: actor.sub, decidedAt: this.#now(), reason: kept };
      await decideErasure(transaction, decided);
      if (decision === 'approve') await this.#erase(transaction, decided);
      return decided;
    });
  }

  /** @throws ProblemError 403 for anybody but who asked; 404; 409 where none waits any more */
  takeBack(actor: Actor, id: string): Promise<ApplicantErasure> {
    return this.#withDossier(actor, { id, action: 'applicants.ask-erasure' }, async (transaction) => {
      const asked = await findErasure(transaction, id);
      if (asked?.state === 'taken-back' && asked.askedBy === actor.sub) return asked;
      if (asked?.state !== 'waiting') throw notAsked();
      if (asked.askedBy !== actor.sub) throw othersRequest();
      const takenBack: ApplicantErasure = { ...asked, state: 'taken-back', decidedBy: actor.sub, decidedAt: this.#now() };
      await decideErasure(transaction, takenBack);
      return takenBack;
    });
  }

  /** What waits for a decision of this reader, or what was erased, for who has to do it again behind a restore. */
  async list(actor: Actor, { unit, state, since }: ErasuresQuestion): Promise<ApplicantErasureList> {
    const { pool, data, now } = this.parts;
    const code = unit ?? actor.unit;
    if (code !== undefined) requirePermission(actor, 'applicants.erase', data.findPath(code, now()) ?? [code]);
    const scope = code === undefined ? undefined : { code, below: data.listBelow(code, now()) };
    const question = { state, since, unit: scope, limit: MOST_LISTED + 1 };
    const found = await listErasures(toTransaction(pool), question);
    const next = found[MOST_LISTED];
    return { erasures: found.slice(0, MOST_LISTED), next: next === undefined ? null : (next.decidedAt ?? next.askedAt) };
  }

  async #erase(transaction: Transaction, { dossierId, ground, decidedBy, decidedAt }: ApplicantErasure): Promise<void> {
    await eraseApplicants(transaction, [dossierId]);
    const change = { dossierIds: [dossierId], kind: 'erased', ground, fields: [] } as const;
    await insertChanges(transaction, { ...change, madeBy: decidedBy, madeAt: decidedAt ?? this.#now() });
  }

  #withDossier<Result>(
    actor: Actor,
    { id, action }: { readonly id: string; readonly action: Action },
    work: (transaction: Transaction, dossier: KnownDossier) => Promise<Result>,
  ): Promise<Result> {
    const { pool, data, now } = this.parts;
    return inTransaction(pool, async (transaction) => {
      await lockDossiers(transaction, [id]);
      const stored = await findDossier(transaction, id);
      if (stored === undefined) throw unknownDossier();
      requirePermissionOfAny(actor, action, pathsOf(data, stored.dossier, now()));
      return work(transaction, stored.dossier);
    });
  }

  #now(): string {
    return new Date(this.parts.now()).toISOString();
  }
}

/** Nothing is left to be done for the applicant: it ended, and a result that there is was handed over; or it will not be received. */
function isOver({ status, end, returnedAt }: KnownDossier): boolean {
  if (status === 'turned-away' || status === 'submission-stopped') return true;
  return end !== null && (end.by !== 'processed' || returnedAt !== null);
}

/**
 * Its papers went too. Where the term alone was over, or a dossier never named anybody here, they may still be at the keeper of documents, which
 * is not asked: an erasure that finds nothing does no harm.
 */
const isErasedOnRequest = (known: ApplicantErasure | undefined): boolean =>
  known?.state === 'erased' && known.ground !== 'term-over';

/** Also what came after an erasure: a comment beside a rating, words of a correction. */
async function isAnythingKept(transaction: Transaction, id: string): Promise<boolean> {
  const kept = ['applicant', 'reason', 'desk_entry', 'step_entry'].map(
    (table) => `EXISTS (SELECT FROM ${table} WHERE dossier_id = $1)`,
  );
  const text = `SELECT ${kept.join(' OR ')} OR EXISTS (SELECT FROM rating WHERE dossier_id = $1 AND comment IS NOT NULL) AS is_kept`;
  const [row] = await transaction.query<{ is_kept: boolean }>(text, [id]);
  return row?.is_kept === true;
}
