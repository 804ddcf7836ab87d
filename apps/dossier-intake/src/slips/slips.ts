import { requirePermissionOfAny } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import { findDossierEventName, slipEvents, type Slip, type SlipPrinted } from '@motcua/contracts';
import { ProblemError } from '@motcua/http';
import { inTransaction, type Transaction } from '@motcua/postgres';
import { Injectable } from '@nestjs/common';
import { DossierParts } from '../dossiers/dossier-parts.ts';
import { findDossier } from '../dossiers/dossier.store.ts';
import { findHistoryEntry } from '../dossiers/list-history.query.ts';
import { pathsOf } from '../dossiers/paths-of.ts';
import { unknownDossier } from '../dossiers/refused.ts';
import { findLastingToken } from '../look-up-links/look-up-link.store.ts';
import { toLookUpPath } from '../look-up-links/look-up-path.ts';
import { LookUpTokens } from '../look-up-links/look-up-tokens.ts';
import { addPrint, countPrints } from './slip.store.ts';

/** What people are given in paper: read for whoever handles the dossier, and counted as it is printed. */
@Injectable()
export class Slips {
  constructor(
    private readonly parts: DossierParts,
    private readonly tokens: LookUpTokens,
  ) {}

  get(actor: Actor, id: string, version: number): Promise<Slip> {
    return inTransaction(this.parts.pool, (transaction) => this.#find(transaction, actor, id, version), {
      isolation: 'repeatable read',
      readOnly: true,
    });
  }

  print(actor: Actor, id: string, version: number): Promise<SlipPrinted> {
    return inTransaction(this.parts.pool, async (transaction) => {
      await this.#find(transaction, actor, id, version);
      return { prints: await addPrint(transaction, id, version) };
    });
  }

  async #find(transaction: Transaction, actor: Actor, id: string, version: number): Promise<Slip> {
    const { data, applicants, desk, reasons, steps, now } = this.parts;
    const stored = await findDossier(transaction, id);
    if (stored === undefined) throw unknownDossier();
    requirePermissionOfAny(actor, 'dossiers.print-slip', pathsOf(data, stored.dossier, now()));
    const said = { reasons: await reasons.list(transaction, id), entries: await steps.list(transaction, id) };
    const found = await findHistoryEntry(transaction, { id, version }, said);
    if (found === undefined || !hasSlip(found.step.type)) throw noSlip();
    const applicant = await applicants.find(transaction, id);
    const entry = await desk.find(transaction, id);
    const { code } = found.after;
    const token = await findLastingToken(transaction, this.tokens, id);
    return {
      dossier: found.after,
      step: found.step,
      ...(applicant === undefined ? {} : { applicant }),
      ...(entry === undefined ? {} : { desk: entry }),
      ...(code === null || token === undefined ? {} : { lookUpPath: toLookUpPath(code, token) }),
      prints: await countPrints(transaction, id, version),
    };
  }
}

function hasSlip(type: string): boolean {
  const name = findDossierEventName(type);
  return slipEvents.some((one) => one === name);
}

const noSlip = (): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'slip.none',
    titles: { vi: 'Sự việc này không có phiếu để in', en: 'There is no slip of this step' },
    detail: {
      vi: 'Hãy mở phiếu từ lịch sử hồ sơ: chỉ một số việc có phiếu.',
      en: 'The version is that of a step of the dossier after which a slip is given, as its history has it.',
    },
  });
