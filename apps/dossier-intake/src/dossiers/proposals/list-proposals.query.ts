import type { ProposalPage } from '@motcua/contracts';
import { findProposal, type KnownDossier } from '@motcua/dossier';
import { CursorInstant, encodeCursor, parseCursor } from '@motcua/http';
import type { Transaction } from '@motcua/postgres';
import { z } from 'zod';
import { toProposalView } from './to-proposal-view.ts';

export interface ProposalFilter {
  /** Of dossiers that this unit's subtree answers for or handles; undefined: all. */
  readonly unit: { readonly code: string; readonly subtree: readonly string[] } | undefined;
  readonly cursor: string | undefined;
  readonly limit: number;
  /** Epoch milliseconds: what has lapsed by then is left out. */
  readonly now: number;
}

interface Row extends Record<string, unknown> {
  readonly version: number;
  readonly made_at: Date;
  readonly state: KnownDossier;
}

const Cursor = z.strictObject({ at: CursorInstant, dossier: z.uuid(), version: z.number().int().min(1).max(2_147_483_647) });

const text = `SELECT p.version, p.made_at, d.state FROM proposal p JOIN dossier d USING (dossier_id)
  WHERE p.lapses_at >= to_timestamp($1::float8 / 1000)
    AND ($2::text IS NULL OR (d.responsible_unit = ANY ($3::text[]) AND d.path @> ARRAY[$2]) OR d.handling_unit = ANY ($3::text[]))
    AND ($4::timestamptz IS NULL OR (p.made_at, p.dossier_id, p.version) > ($4, $5::uuid, $6::int))
  ORDER BY p.made_at, p.dossier_id, p.version LIMIT $7`;

/** A page of proposals that wait for a decision, the oldest first. */
export async function listProposals(transaction: Transaction, filter: ProposalFilter): Promise<ProposalPage> {
  const { unit, cursor, limit, now } = filter;
  const after = cursor === undefined ? undefined : parseCursor(cursor, Cursor);
  const rows = await transaction.query<Row>(text, [
    ...[now, unit?.code ?? null, unit?.subtree ?? []],
    ...[after?.at ?? null, after?.dossier ?? null, after?.version ?? null],
    limit + 1,
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    proposals: page.flatMap(({ version, state }) => {
      const proposal = findProposal(state, version);
      if (proposal === undefined) return [];
      const { id: dossierId, receipt, responsible, handlingUnit } = state;
      const of = { dossierId, code: receipt?.code ?? null, responsibleUnit: responsible.code, handlingUnit };
      return [{ ...toProposalView(proposal, now), ...of }];
    }),
    next:
      last === undefined ? null : encodeCursor({ at: last.made_at.toISOString(), dossier: last.state.id, version: last.version }),
  };
}
