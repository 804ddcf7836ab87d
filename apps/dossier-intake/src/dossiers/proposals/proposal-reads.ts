import type { ProposalPage } from '@motcua/contracts';
import { toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { ReferenceData } from '../reference/reference-data.ts';
import { listProposals, type ProposalFilter } from './list-proposals.query.ts';

export interface ProposalReadsParts {
  readonly pool: Pool;
  readonly data: ReferenceData;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export type ProposalQuestion = Pick<ProposalFilter, 'cursor' | 'limit'> & { readonly unit: string | undefined };

/** Proposals by unit, as of now. */
export class ProposalReads {
  constructor(private readonly parts: ProposalReadsParts) {}

  /** The path by which it is decided who may ask for the proposals of a unit. */
  pathOf(unit: string): readonly string[] {
    return this.parts.data.findPath(unit, this.parts.now()) ?? [unit];
  }

  list({ unit, cursor, limit }: ProposalQuestion): Promise<ProposalPage> {
    const { pool, data, now } = this.parts;
    const scope = unit === undefined ? undefined : { code: unit, subtree: data.listSubtree(unit) };
    return listProposals(toTransaction(pool), { unit: scope, cursor, limit, now: now() });
  }
}
