import { requirePermission } from '@motcua/access';
import type { Actor, Caller } from '@motcua/auth';
import {
  InstitutionalKind,
  type InstitutionalEntry,
  type InstitutionalFigure,
  type InstitutionalHistory,
  type InstitutionalList,
} from '@motcua/contracts';
import { ProblemError } from '@motcua/http';
import { findPathUpTo, findUnitsOfPeriod, layBelow, type Unit } from '@motcua/organisation';
import { inTransaction, type Transaction } from '@motcua/postgres';
import type { Relay } from '@motcua/outbox';
import { POOL, RELAY } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { toFigureCode } from '../entries/entry.ts';
import { listEntries } from '../entries/list-entries.query.ts';
import { readOrganisation } from '../entries/read-organisation.ts';
import { findHistories } from '../entries/reference.store.ts';
import { listFigures, toFigureEntry } from './list-figures.query.ts';
import { figureKind, putFigure } from './put-figure.ts';
import { toInstitutionalProblem } from './refusal.ts';

export interface FigurePath {
  readonly kind: InstitutionalKind;
  readonly unit: string;
}

export interface ListQuestion {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly kind?: InstitutionalKind | undefined;
}

/** Figures that no dossier tells, each with its evidence and every version it ever had. */
@Injectable()
export class InstitutionalService {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(RELAY) private readonly relay: Relay,
  ) {}

  async put(
    actor: Actor,
    path: FigurePath,
    figure: InstitutionalFigure,
  ): Promise<{ entry: InstitutionalEntry; changed: boolean }> {
    const code = toFigureCode(path);
    if (toFigureCode(figure) !== code) {
      const detail = `The document is about "${toFigureCode(figure)}", the path about "${code}".`;
      throw toInstitutionalProblem({ code: 'institutional.path-mismatch', detail }, code);
    }
    const { version, changed } = await inTransaction(this.pool, (transaction) => putFigure(transaction, figure, actor.sub));
    if (changed) this.relay.wake();
    return { entry: toFigureEntry(version), changed };
  }

  /** For whom the unit lay below on the day the figure was good for: a unit that moves away leaves behind what it had entered. */
  get(actor: Actor, path: FigurePath, at: string | undefined): Promise<InstitutionalEntry> {
    const code = toFigureCode(path);
    return this.#onSnapshot(async (transaction) => {
      const organisation = await readOrganisation(transaction);
      const [entry] = await listEntries(transaction, { kind: figureKind, code, at, limit: 1 });
      const today = organisation.toDate(Date.now());
      const figure = entry?.document as InstitutionalFigure | undefined; // stored under the kind of figures
      const last = figure?.validTo ?? today;
      requirePermission(
        actor,
        'institutional-figures.read',
        findPathUpTo(organisation, path.unit, at ?? (last < today ? last : today)),
      );
      if (entry === undefined) throw notThere(`${code}${at === undefined ? '' : ` that holds on ${at}`}`);
      const { version, recordedAt, supersededBy, document } = entry;
      return toFigureEntry({ version, recordedAt, supersededBy, document });
    });
  }

  /** For whom the unit lies below today, or did when it last was there. */
  getHistory(actor: Actor, path: FigurePath): Promise<InstitutionalHistory> {
    const code = toFigureCode(path);
    return this.#onSnapshot(async (transaction) => {
      const organisation = await readOrganisation(transaction);
      requirePermission(
        actor,
        'institutional-figures.read',
        findPathUpTo(organisation, path.unit, organisation.toDate(Date.now())),
      );
      const versions = (await findHistories(transaction, figureKind, [code])).get(code);
      if (versions === undefined) throw notThere(code);
      return { ...path, versions: versions.map((version) => ({ ...version, document: toFigureEntry(version).document })) };
    });
  }

  /** A unit and what lies below it as of the last day of the period, or lay there earlier in it, read in one snapshot. */
  list(caller: Caller, { unit, from, to, kind }: ListQuestion): Promise<InstitutionalList> {
    return this.#onSnapshot(async (transaction) => {
      const organisation = await readOrganisation(transaction);
      const found = findUnitsOfPeriod(organisation, unit, { from, to });
      if (found === undefined) throw notThere(`unit "${unit}" between ${from} and ${to}`);
      requirePermission(caller, 'institutional-figures.read', found.path);
      const { units, former, last } = found;
      const kinds = kind === undefined ? InstitutionalKind.options : [kind];
      const codes = [...units, ...former].map(({ code }) => code);
      const entries = await listFigures(transaction, { kinds, units: codes, from, to });
      const figures = entries.filter(({ document }) => layBelow(organisation, { code: unit, last }, document));
      return { unit, from, to, units: units.map(toListed), former: former.map(toListed), figures };
    });
  }

  #onSnapshot<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return inTransaction(this.pool, work, { isolation: 'repeatable read', readOnly: true });
  }
}

const toListed = ({ code, name, kind }: Unit): InstitutionalList['units'][number] => ({ code, name, kind });

const notThere = (what: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'institutional.not-found',
    titles: { vi: 'Không có số liệu này', en: 'There is no such figure' },
    detail: `The catalogue has no ${what}.`,
  });
