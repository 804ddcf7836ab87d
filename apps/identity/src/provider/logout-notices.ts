import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { inTransaction, toTransaction, type Transaction } from '@motcua/postgres';
import { BackgroundLoops, POOL, type BackgroundLoop } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Pool } from 'pg';
import { CLI_CLIENT } from './clients.ts';
import { noteEnded } from './end-access.ts';
import { lifetimes } from './lifetimes.ts';
import { toSignInId } from './sign-in-id.ts';
import { OIDC_PROVIDER } from './tokens.ts';

interface PendingLogout {
  readonly id: string;
  readonly client_id: string;
  readonly account_id: string;
  readonly session_id: string;
}

/** What the types of the provider leave out of its clients. */
interface BackchannelClient {
  backchannelLogout(accountId: string, sessionId: string): Promise<void>;
}

const REST_MS = 30_000;
const LONGEST_SECONDS = 60;

/** Tells clients which of their sessions have ended, again and again until they have heard it, or the session would have ended anyway. */
@Injectable()
export class LogoutNotices {
  readonly #loop: BackgroundLoop;

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(OIDC_PROVIDER) private readonly provider: Provider,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(BackgroundLoops) loops: BackgroundLoops,
  ) {
    this.#loop = loops.add({ name: 'logout notices', turn: () => this.#turn() });
    provider.on('grant.revoked', (ctx, grantId) => void this.#noteRevoked(ctx, grantId));
  }

  /** There is something to tell. */
  wake(): void {
    this.#loop.wake();
  }

  /** A terminal was signed out, or showed a refresh token that had been used: its access tokens end too. */
  async #noteRevoked({ oidc: { client, entities } }: KoaContextWithOIDC, grantId: string): Promise<void> {
    const accountId = entities.RefreshToken?.accountId;
    if (client?.clientId !== CLI_CLIENT || accountId === undefined) return;
    try {
      await noteEnded(toTransaction(this.pool), accountId, [toSignInId(grantId)]);
      this.wake();
    } catch (err) {
      this.logger.error(
        { err },
        'the end of a sign-in could not be noted: its access tokens hold until their own end, five minutes',
      );
    }
  }

  async #turn(): Promise<number> {
    while (await inTransaction(this.pool, (transaction) => this.#tellNext(transaction)));
    const [row] = await toTransaction(this.pool).query<{ rest: number | null }>(
      'SELECT extract(epoch FROM min(due_at) - now())::float8 * 1000 AS rest FROM pending_logout',
    );
    return Math.min(REST_MS, Math.max(100, row?.rest ?? REST_MS));
  }

  /** @returns whether there was one to tell */
  async #tellNext(transaction: Transaction): Promise<boolean> {
    await transaction.execute('DELETE FROM pending_logout WHERE created_at < now() - make_interval(secs => $1)', [
      lifetimes.Session,
    ]);
    const [pending] = await transaction.query<PendingLogout & object>(
      `SELECT id, client_id, account_id, session_id FROM pending_logout WHERE due_at <= now() ORDER BY due_at LIMIT 1
       FOR UPDATE SKIP LOCKED`,
    );
    if (pending === undefined) return false;
    if (await this.#tell(pending)) await transaction.execute('DELETE FROM pending_logout WHERE id = $1', [pending.id]);
    else
      await transaction.execute(
        `UPDATE pending_logout SET attempts = attempts + 1, due_at = now() + make_interval(secs => least($2, 2 ^ least(attempts, 10)))
         WHERE id = $1`,
        [pending.id, LONGEST_SECONDS],
      );
    return true;
  }

  async #tell({ client_id, account_id, session_id }: PendingLogout): Promise<boolean> {
    try {
      const client = (await this.provider.Client.find(client_id)) as BackchannelClient | undefined;
      await client?.backchannelLogout(account_id, session_id);
      return true;
    } catch (err) {
      this.logger.warn({ err, client: client_id }, 'a client could not be told that a session has ended; it is tried again');
      return false;
    }
  }
}
