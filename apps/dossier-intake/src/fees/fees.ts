import { may, requirePermission } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import type { CashUp, FeePage, FeeTaking } from '@motcua/contracts';
import { inTransaction, type Transaction } from '@motcua/postgres';
import { NOW, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { ReferenceData } from '../reference/reference-data.ts';
import { readCashUp } from './cash-up.query.ts';
import { FeeTakingStore } from './fee-taking.store.ts';
import { listTakings, type FeeFilter, type FeeScope } from './list-takings.query.ts';

const PAGE = 1_000;

/** Fees for those who count the till, and those above them. */
@Injectable()
export class Fees {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(NOW) private readonly now: () => number,
    private readonly data: ReferenceData,
    private readonly takings: FeeTakingStore,
  ) {}

  cashUp(actor: Actor, scope: FeeScope): Promise<CashUp> {
    this.#permit(actor, scope);
    return this.#read((transaction) => readCashUp(transaction, scope, this.now()));
  }

  list(actor: Actor, filter: FeeFilter): Promise<FeePage> {
    const isHandler = this.#permit(actor, filter);
    return this.#read(async (transaction) => {
      const { rows, next } = await listTakings(transaction, filter);
      return { takings: rows.map((row) => this.takings.toTaking(row, isHandler)), next };
    });
  }

  /** All of them, a page at a time: no more than one is in memory. */
  async *listAll(actor: Actor, scope: FeeScope): AsyncGenerator<readonly FeeTaking[]> {
    let cursor: string | undefined;
    do {
      const { takings, next }: FeePage = await this.list(actor, { ...scope, cursor, limit: PAGE });
      yield takings;
      cursor = next ?? undefined;
    } while (cursor !== undefined);
  }

  /** @returns whether they see the words of dossiers */
  #permit(actor: Actor, { unit }: FeeScope): boolean {
    const path = this.data.findPath(unit, this.now()) ?? [unit];
    requirePermission(actor, 'fees.read', path);
    return may(actor, 'applicants.read', path);
  }

  #read<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return inTransaction(this.pool, work, { isolation: 'repeatable read', readOnly: true });
  }
}
