import type { ProposalPage } from '@motcua/contracts';
import { findProposal, type KnownDossier } from '@motcua/dossier';
import { CursorInstant, encodeCursor, parseCursor } from '@motcua/http';
import { Keyset, Parameters, type KeysetRow, type Transaction } from '@motcua/postgres';
import { z } from 'zod';
import { toProposalView } from './to-proposal-view.ts';

export interface ProposalFilter {
  /**
   * Of dossiers that a unit or one below it answers for (found by the units that ever lay below, decided by the path each carries), or
   * that it or one below it handles (by the tree of today: no path is carried for that); undefined: all.
   */
  readonly unit: { readonly code: string; readonly subtree: readonly string[]; readonly below: readonly string[] } | undefined;
  readonly cursor: string | undefined;
  readonly limit: number;
  /** Epoch milliseconds: what has lapsed by then is left out. */
  readonly now: number;
}

interface Row extends Record<string, unknown> {
  readonly version: number;
  readonly state: KnownDossier;
}

const Cursor = z.strictObject({ at: CursorInstant, dossier: z.uuid(), version: z.string().regex(/^[1-9]\d{0,8}$/) });
const oldestFirst = new Keyset({
  at: ['p.made_at', 'timestamptz'],
  dossier: ['p.dossier_id', 'uuid'],
  version: ['p.version', 'int'],
});

const waiting = `SELECT p.version, d.state, ${oldestFirst.columns} FROM proposal p JOIN dossier d USING (dossier_id)
  WHERE p.lapses_at >= to_timestamp($1::float8 / 1000)
    AND ($2::text IS NULL OR (d.responsible_unit = ANY ($3::text[]) AND d.path @> ARRAY[$2]) OR d.handling_unit = ANY ($4::text[]))`;

/** A page of proposals that wait for a decision, the oldest first. */
export async function listProposals(transaction: Transaction, filter: ProposalFilter): Promise<ProposalPage> {
  const { unit, cursor, limit, now } = filter;
  const after = cursor === undefined ? undefined : parseCursor(cursor, Cursor);
  const parameters = new Parameters([now, unit?.code ?? null, unit?.subtree ?? [], unit?.below ?? []]);
  const text = [waiting, ...oldestFirst.behind(after, parameters)].join(' AND ');
  const rows = await transaction.query<KeysetRow<Row, keyof z.infer<typeof Cursor>>>(
    `${text} ${oldestFirst.orderAndLimit(limit, parameters)}`,
    parameters.values,
  );
  const { page, next } = oldestFirst.cut(rows, limit);
  return {
    proposals: page.flatMap(({ version, state }) => {
      const proposal = findProposal(state, version);
      if (proposal === undefined) return [];
      const { id: dossierId, receipt, responsible, handlingUnit } = state;
      const of = { dossierId, code: receipt?.code ?? null, responsibleUnit: responsible.code, handlingUnit };
      return [{ ...toProposalView(proposal, now), ...of }];
    }),
    next: next === null ? null : encodeCursor(next),
  };
}
