import { requirePermissionOfAny } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import type { Applicant, ApplicantCorrection } from '@motcua/contracts';
import { inTransaction } from '@motcua/postgres';
import { Injectable } from '@nestjs/common';
import { findErasure } from '../applicants/erasure.store.ts';
import { lockDossiers } from '../dossiers/dossier-lock.ts';
import { DossierParts } from '../dossiers/dossier-parts.ts';
import { findDossier } from '../dossiers/dossier.store.ts';
import { pathsOf } from '../dossiers/paths-of.ts';
import { requireStorable, unknownDossier } from '../dossiers/refused.ts';
import { insertChanges } from './applicant-change.store.ts';
import { erased, noApplicant } from './problems.ts';

/** Corrects what is known of applicants. No event tells of it, for none holds anything of an applicant; which fields changed is on record. */
@Injectable()
export class ApplicantCorrections {
  constructor(private readonly parts: DossierParts) {}

  /** @throws ProblemError 403, 404, 409 where the dossier names nobody any more or never did */
  correct(actor: Actor, id: string, applicant: Applicant): Promise<ApplicantCorrection> {
    const { pool, data, applicants, now } = this.parts;
    requireStorable(applicant as object);
    return inTransaction(pool, async (transaction) => {
      await lockDossiers(transaction, [id]);
      const stored = await findDossier(transaction, id);
      if (stored === undefined) throw unknownDossier();
      requirePermissionOfAny(actor, 'applicants.correct', pathsOf(data, stored.dossier, now()));
      const known = await applicants.find(transaction, id);
      if (known === undefined) throw (await findErasure(transaction, id))?.state === 'erased' ? erased() : noApplicant();
      const fields = listChanged(known, applicant);
      const correctedAt = new Date(now()).toISOString();
      if (fields.length > 0) {
        await applicants.replace(transaction, id, applicant);
        const change = { dossierIds: [id], kind: 'corrected', ground: null, fields } as const;
        await insertChanges(transaction, { ...change, madeBy: actor.sub, madeAt: correctedAt });
      }
      return { dossierId: id, fields, correctedBy: actor.sub, correctedAt };
    });
  }
}

const listChanged = (before: Applicant, after: Applicant): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => before[field as keyof Applicant] !== after[field as keyof Applicant])
    .sort();
