import { forbidden, requirePermission } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import type { RatingTokensMade } from '@motcua/contracts';
import type { KnownDossier } from '@motcua/dossier';
import type { Transaction } from '@motcua/postgres';
import { counterClosed, notReturned } from './problems.ts';

/** Somebody at the counter of a unit. */
export interface CounterOfficer {
  readonly officer: string;
  readonly unit: string;
}

/**
 * Who may ask for the token of a dossier: the counter that returns it, in its own name. Whoever has no unit, or does not stand at a counter,
 * would leave a rating of which nobody could say where it came from.
 *
 * @throws ProblemError 403 `auth.forbidden`
 */
export function requireCounter(actor: Actor, path: readonly string[]): CounterOfficer {
  requirePermission(actor, 'ratings.ask', path);
  if (actor.unit === undefined) throw forbidden('ratings.ask');
  return { officer: actor.sub, unit: actor.unit };
}

/**
 * Until when a dossier may be rated by a link of the counter: soon after its return, while the citizen is there.
 *
 * @throws ProblemError 409 `rating.not-returned`, `rating.counter-closed`
 */
export function toCounterEnd({ returnedAt }: Pick<KnownDossier, 'returnedAt'>, minutes: number, now: number): number {
  if (returnedAt === null) throw notReturned();
  const until = returnedAt + minutes * 60_000;
  // A token counts in whole seconds: one that would be over in its first is none.
  if (now >= Math.floor(until / 1_000) * 1_000) throw counterClosed(minutes);
  return until;
}

interface MadeToken extends CounterOfficer {
  readonly dossierId: string;
  readonly madeAt: number;
  readonly expiresAt: string;
}

/** Keeps who made a token, where and when; the token itself is kept nowhere. */
export async function recordToken(
  transaction: Transaction,
  { dossierId, officer, unit, madeAt, expiresAt }: MadeToken,
): Promise<void> {
  const text = 'INSERT INTO rating_token (dossier_id, made_at, officer, unit, expires_at) VALUES ($1, $2, $3, $4, $5)';
  await transaction.execute({ name: 'rating.token-made', text }, [
    dossierId,
    new Date(madeAt).toISOString(),
    officer,
    unit,
    expiresAt,
  ]);
}

export async function listTokens(transaction: Transaction, dossierId: string): Promise<RatingTokensMade['tokens']> {
  const text = 'SELECT made_at, officer, unit, expires_at FROM rating_token WHERE dossier_id = $1 ORDER BY position';
  const rows = await transaction.query<{ made_at: Date; officer: string; unit: string; expires_at: Date }>(text, [dossierId]);
  return rows.map(({ made_at, officer, unit, expires_at }) => ({
    officer,
    unit,
    madeAt: made_at.toISOString(),
    expiresAt: expires_at.toISOString(),
  }));
}
