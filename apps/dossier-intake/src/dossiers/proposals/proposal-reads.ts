import type { ProposalPage } from '@motcua/contracts';
import { toTransaction } from '@motcua/postgres';
import { NOW, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { ReferenceData } from '../../reference/reference-data.ts';
import { listProposals, type ProposalFilter } from './list-proposals.query.ts';

export type ProposalQuestion = Pick<ProposalFilter, 'cursor' | 'limit'> & { readonly unit: string | undefined };

/** Proposals by unit, as of now. */
@Injectable()
export class ProposalReads {
  /** @param now epoch milliseconds */
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly data: ReferenceData,
    @Inject(NOW) private readonly now: () => number,
  ) {}

  /** The path by which it is decided who may ask for the proposals of a unit. */
  pathOf(unit: string): readonly string[] {
    return this.data.findPath(unit, this.now()) ?? [unit];
  }

  list({ unit, cursor, limit }: ProposalQuestion): Promise<ProposalPage> {
    const { pool, data, now } = this;
    const asOf = now();
    const scope =
      unit === undefined ? undefined : { code: unit, subtree: data.listSubtree(unit), below: data.listBelow(unit, asOf) };
    return listProposals(toTransaction(pool), { unit: scope, cursor, limit, now: asOf });
  }
}
