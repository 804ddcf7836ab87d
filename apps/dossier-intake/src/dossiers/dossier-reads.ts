import { may, requirePermission, requirePermissionOfAny } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import type { DossierPage, DossierView, ListedDossier } from '@motcua/contracts';
import { inTransaction, toTransaction, type Transaction } from '@motcua/postgres';
import { Injectable } from '@nestjs/common';
import { listAbsencesInForce } from '../absences/absence.store.ts';
import { StandIns } from '../absences/stand-ins.ts';
import { findErasure } from '../applicants/erasure.store.ts';
import { maskApplicant, maskName } from '../applicants/mask-applicant.ts';
import { maskDeskEntry } from '../desk-entries/mask-desk-entry.ts';
import { DossierParts } from './dossier-parts.ts';
import { findDossier, type StoredDossier } from './dossier.store.ts';
import { findUndo } from './find-undo.ts';
import { listActions } from './list-actions.ts';
import { listHistory } from './list-history.query.ts';
import { listDossiers, type DossierFilter } from './list-dossiers.query.ts';
import { pathsOf } from './paths-of.ts';
import { unknownDossier } from './refused.ts';
import { toSnapshot } from './to-snapshot.ts';
import { toView } from './to-view.ts';

export type ListQuestion = Omit<DossierFilter, 'unit' | 'byApplicant'> & {
  readonly unit: string | undefined;
  readonly namesApplicants: boolean;
};

/** What readers may see: dossiers their unit answers for or handles; applicants unmasked only for those who handle them. */
@Injectable()
export class DossierReads {
  constructor(private readonly parts: DossierParts) {}

  /** One dossier with its ledger, its history and its applicant, as of one moment. */
  async get(actor: Actor, id: string): Promise<DossierView> {
    const { pool, data, reasons, steps, now } = this.parts;
    return inTransaction(
      pool,
      async (transaction) => {
        const stored = await findDossier(transaction, id);
        if (stored === undefined) throw unknownDossier();
        const asOf = now();
        const paths = pathsOf(data, stored.dossier, asOf);
        requirePermissionOfAny(actor, 'dossiers.read', paths);
        const isHandler = paths.some((path) => may(actor, 'applicants.read', path));
        const applicant = await this.#findApplicant(transaction, id, isHandler);
        const desk = await this.#findDeskEntry(transaction, id, isHandler);
        const said = isHandler
          ? { reasons: await reasons.list(transaction, id), entries: await steps.list(transaction, id) }
          : { reasons: new Map(), entries: new Map() };
        const history = await listHistory(transaction, id, said);
        const actions = listActions(actor, stored.dossier, paths, asOf);
        const known = { ...(applicant === undefined ? {} : { applicant }), ...(desk === undefined ? {} : { desk }) };
        const undo = actions.includes('revert') ? findUndo(actor, stored.dossier, asOf) : undefined;
        const erasure = await findErasure(transaction, id);
        return {
          ...toView(data, stored, asOf),
          ...known,
          ...(erasure === undefined ? {} : { erasure }),
          ...(undo === undefined ? {} : { undo }),
          actions,
          history,
        };
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }

  async list(actor: Actor, { unit, namesApplicants, ...question }: ListQuestion): Promise<DossierPage> {
    const { pool, data, applicants, now } = this.parts;
    const code = unit ?? actor.unit;
    if (unit !== undefined) requirePermission(actor, 'dossiers.list', data.findPath(unit, now()) ?? [unit]);
    const scope = code === undefined ? undefined : { code, subtree: data.listSubtree(code), below: data.listBelow(code, now()) };
    const byApplicant = actor.unit !== undefined && may(actor, 'applicants.read', [actor.unit]);
    const { stored, next } = await listDossiers(pool, applicants, { ...question, unit: scope, byApplicant });
    const ids = stored.map(({ dossier }) => dossier.id);
    const names = namesApplicants ? await applicants.listNames(toTransaction(pool), ids) : new Map<string, string>();
    const standIns = new StandIns(await listAbsencesInForce(toTransaction(pool), data.findToday(code, now())));
    return { dossiers: stored.map((one) => this.#toListed(actor, one, names.get(one.dossier.id), standIns)), next };
  }

  #toListed(actor: Actor, stored: StoredDossier, name: string | undefined, standIns: StandIns): ListedDossier {
    const { dossier } = stored;
    const { data, now } = this.parts;
    const asOf = now();
    const paths = pathsOf(data, dossier, asOf);
    const standIn = dossier.officer === null ? undefined : standIns.find(dossier.officer);
    const applicantName =
      name !== undefined && !paths.some((path) => may(actor, 'applicants.read', path)) ? maskName(name) : name;
    return {
      ...toSnapshot(dossier, stored),
      actions: listActions(actor, dossier, paths, asOf),
      ...(applicantName === undefined ? {} : { applicantName }),
      ...(standIn === undefined ? {} : { standIn }),
    };
  }

  async #findApplicant(transaction: Transaction, id: string, isHandler: boolean): Promise<DossierView['applicant']> {
    const applicant = await this.parts.applicants.find(transaction, id);
    return applicant === undefined || isHandler ? applicant : maskApplicant(applicant);
  }

  async #findDeskEntry(transaction: Transaction, id: string, isHandler: boolean): Promise<DossierView['desk']> {
    const entry = await this.parts.desk.find(transaction, id);
    return entry === undefined || isHandler ? entry : maskDeskEntry(entry);
  }
}
