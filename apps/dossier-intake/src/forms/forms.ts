import { requirePermissionOfAny } from '@motcua/access';
import { isService, type Caller } from '@motcua/auth';
import {
  findDossierEventName,
  type DossierForm,
  type DossierSnapshot,
  type HistoryEntry,
  type OfferedForm,
  type OfferedForms,
} from '@motcua/contracts';
import { toLocalDate } from '@motcua/calendar';
import { findEdition, getCircular, maskNumbers, toSheet, type Sheet } from '@motcua/forms';
import { inTransaction, type Transaction } from '@motcua/postgres';
import { CONFIG } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.ts';
import { DossierParts } from '../dossiers/dossier-parts.ts';
import { findDossier } from '../dossiers/dossier.store.ts';
import { findHistoryEntry, listHistory, type Said } from '../dossiers/list-history.query.ts';
import { pathsOf } from '../dossiers/paths-of.ts';
import { unknownDossier } from '../dossiers/refused.ts';
import { findLastingToken } from '../look-up-links/look-up-link.store.ts';
import { toCodePath, toLookUpPath } from '../look-up-links/look-up-path.ts';
import { LookUpTokens } from '../look-up-links/look-up-tokens.ts';
import { FormDrawer } from './drawing/form-drawer.ts';
import { findFormOf } from './form-events.ts';
import { noForm } from './form-problems.ts';
import { toStandingSteps } from './standing-steps.ts';
import { toFormFacts } from './to-form-facts.ts';

interface Asked {
  readonly id: string;
  readonly form: DossierForm;
  /** dossierVersion after the step; undefined: the latest that has the form. */
  readonly version: number | undefined;
}

interface Loaded extends Said {
  readonly steps: readonly HistoryEntry[];
}

/** The statutory forms of dossiers, made anew each time of what was recorded: none is stored. */
@Injectable()
export class Forms {
  constructor(
    private readonly parts: DossierParts,
    private readonly tokens: LookUpTokens,
    private readonly drawer: FormDrawer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The forms that can be printed of a dossier now. @throws ProblemError 403, 404 */
  list(caller: Caller, id: string): Promise<OfferedForms> {
    return this.#read(async (transaction) => {
      const { steps } = await this.#load(transaction, caller, id);
      const received = steps.find(({ type }) => findDossierEventName(type) === 'received');
      const timeZone = (await this.#after(transaction, id, steps.at(-1)?.version ?? 0))?.timeZone ?? 'Asia/Ho_Chi_Minh';
      const offer = (form: DossierForm, step: HistoryEntry): OfferedForm[] => {
        const receivedOn = toLocalDate(timeZone, Date.parse((received ?? step).occurredAt));
        const edition = findEdition(form, receivedOn);
        if (edition === undefined) return [];
        const { version, occurredAt } = step;
        const path = `/v1/dossiers/${id}/forms/${form}.pdf?version=${version}`;
        const { title, number: formNumber } = edition;
        return [{ form, version, title, formNumber, circular: getCircular(receivedOn).name, occurredAt, path }];
      };
      const last = steps.at(-1);
      return {
        forms: [
          ...steps.flatMap((step) => {
            const form = findFormOf(findDossierEventName(step.type));
            return form === undefined ? [] : offer(form, step);
          }),
          ...(received === undefined || last === undefined ? [] : offer('control', last)),
        ],
      };
    });
  }

  /** A form as a PDF. A service is given a copy with masked personal numbers and a link that opens nothing: it leaves the house by mail. @throws ProblemError 403, 404 */
  async draw(caller: Caller, asked: Asked): Promise<Buffer> {
    return this.drawer.draw(await this.#read((transaction) => this.#toSheet(transaction, caller, asked)));
  }

  async #toSheet(transaction: Transaction, caller: Caller, { id, form, version }: Asked): Promise<Sheet> {
    const { steps, ...said } = await this.#load(transaction, caller, id);
    const step = findStep(steps, form, version);
    if (step === undefined) throw noForm();
    const found = await findHistoryEntry(transaction, { id, version: step.version }, said);
    if (found === undefined) throw noForm();
    const { data, applicants, desk } = this.parts;
    const facts = toFormFacts({
      data,
      step: found.step,
      dossier: found.after,
      steps: steps.filter((one) => one.version <= step.version),
      applicant: await applicants.find(transaction, id),
      desk: await desk.find(transaction, id),
      lookUpLink: await this.#findLink(transaction, caller, found.after),
    });
    const sheet = toSheet(form, isService(caller) ? maskNumbers(facts) : facts);
    if (sheet === undefined) throw noForm();
    return sheet;
  }

  async #load(transaction: Transaction, caller: Caller, id: string): Promise<Loaded> {
    const { data, reasons, steps, now } = this.parts;
    const stored = await findDossier(transaction, id);
    if (stored === undefined) throw unknownDossier();
    requirePermissionOfAny(caller, 'dossiers.print-form', pathsOf(data, stored.dossier, now()));
    const said = { reasons: await reasons.list(transaction, id), entries: await steps.list(transaction, id) };
    return { ...said, steps: toStandingSteps(await listHistory(transaction, id, said)) };
  }

  /** The key that opens a dossier is on paper alone, handed over at the counter; what leaves by mail leads to the one-time code (ADR 40). */
  async #findLink(transaction: Transaction, caller: Caller, { dossierId, code }: DossierSnapshot): Promise<string | undefined> {
    const { PUBLIC_URL: publicUrl } = this.config;
    if (publicUrl === undefined || code === null) return undefined;
    const root = publicUrl.replace(/\/$/, '');
    if (isService(caller)) return `${root}${toCodePath(code)}`;
    const token = await findLastingToken(transaction, this.tokens, dossierId);
    return token === undefined ? undefined : `${root}${toLookUpPath(code, token)}`;
  }

  async #after(transaction: Transaction, id: string, version: number) {
    const nothing = { reasons: new Map(), entries: new Map() };
    return (await findHistoryEntry(transaction, { id, version }, nothing))?.after;
  }

  #read<Answer>(work: (transaction: Transaction) => Promise<Answer>): Promise<Answer> {
    return inTransaction(this.parts.pool, work, { isolation: 'repeatable read', readOnly: true });
  }
}

/** The control slip is about everything up to the step; it is there once there was a receipt. */
function findStep(steps: readonly HistoryEntry[], form: DossierForm, version: number | undefined): HistoryEntry | undefined {
  const isAsked = (step: HistoryEntry): boolean => version === undefined || step.version === version;
  if (form !== 'control') return steps.findLast((step) => isAsked(step) && findFormOf(findDossierEventName(step.type)) === form);
  const received = steps.find(({ type }) => findDossierEventName(type) === 'received');
  if (received === undefined) return undefined;
  return steps.findLast((step) => isAsked(step) && step.version >= received.version);
}
