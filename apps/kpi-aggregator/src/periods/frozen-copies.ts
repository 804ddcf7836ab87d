import type { Actor } from '@motcua/auth';
import type { PeriodComparison } from '@motcua/contracts';
import type { LocalDays } from '@motcua/indicators';
import { inTransaction, toTransaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { toNumberName, type NumberPart } from '../closes/frozen-numbers.ts';
import { indicatorUnknown } from '../http/problems.ts';
import { LOCAL_DAYS } from '../time/local-days.ts';
import { comparePeriod } from './comparison/compare-period.ts';
import { listFrozen, type FrozenPage, type FrozenPosition } from './list-frozen.query.ts';
import { PeriodClosesService } from './period-closes.service.ts';

export interface FrozenListQuery {
  readonly indicator: string;
  readonly part?: NumberPart | undefined;
  readonly after: FrozenPosition | undefined;
  readonly limit: number;
}

const COMPARE_MS = 120_000;

/** Frozen copies, as they are read. */
@Injectable()
export class FrozenCopies {
  readonly #pool: Pool;
  readonly #closes: PeriodClosesService;
  readonly #days: LocalDays;

  constructor(@Inject(POOL) pool: Pool, closes: PeriodClosesService, @Inject(LOCAL_DAYS) days: LocalDays) {
    this.#pool = pool;
    this.#closes = closes;
    this.#days = days;
  }

  /** @throws ProblemError 404 `period-close.unknown`, `indicator.unknown`, 403 */
  async list(actor: Actor, id: string, { indicator, part, after, limit }: FrozenListQuery): Promise<FrozenPage> {
    const close = await this.#closes.getStored(actor, 'figures.open', id);
    const wanted: readonly NumberPart[] = part === undefined ? ['numerator', 'value'] : [part];
    const number = close.names.findIndex(({ name }) => wanted.some((one) => name === toNumberName(indicator, one)));
    if (number < 0) throw indicatorUnknown(indicator);
    return listFrozen(toTransaction(this.#pool), id, number, { after, limit });
  }

  /** @throws ProblemError 404 `period-close.unknown`, 403 */
  async compare(
    actor: Actor,
    id: string,
    page: { readonly after: string | undefined; readonly limit: number },
  ): Promise<PeriodComparison> {
    const close = await this.#closes.getStored(actor, 'figures.open', id);
    return inTransaction(
      this.#pool,
      (snapshot) => comparePeriod(snapshot, close, { ...page, now: Date.now(), days: this.#days }),
      {
        ...{ isolation: 'repeatable read', readOnly: true, timeoutMs: COMPARE_MS },
      },
    );
  }
}
