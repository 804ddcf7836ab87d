import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { ColumnCipher, inTransaction, toTransaction } from '@motcua/postgres';
import { ReferenceReader } from '@motcua/reference';
import { BackgroundLoops, NOW, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { lockAccount, setPosts } from '../accounts/account.store.ts';
import { listAccounts } from '../accounts/list-accounts.query.ts';
import { endAccess } from '../provider/end-access.ts';
import { LogoutNotices } from '../provider/logout-notices.ts';
import { StaffPlaces } from './staff-places.ts';

/** Work ends with a day, too, that nothing is published on. */
const REST_MS = 60_000;
const PAGE = 500;

/** Takes posts from people who have left or moved, and ends their sessions, as soon as the catalogue says so. What they are given instead is an administrator's to say. */
@Injectable()
export class StaffWatch {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(ColumnCipher) private readonly cipher: ColumnCipher,
    @Inject(StaffPlaces) private readonly places: StaffPlaces,
    @Inject(LogoutNotices) private readonly notices: LogoutNotices,
    @Inject(NOW) private readonly now: () => number,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(ReferenceReader) reader: ReferenceReader,
    @Inject(BackgroundLoops) loops: BackgroundLoops,
  ) {
    const loop = loops.add({ name: 'staff', turn: () => this.#turn() });
    reader.onChange(() => {
      loop.wake();
    });
  }

  async #turn(): Promise<number> {
    let after: string | undefined;
    do {
      const accounts = await listAccounts(toTransaction(this.pool), { after, limit: PAGE });
      for (const { id, posts } of accounts)
        if (this.places.keep(id, posts, this.now()).length < posts.length) await this.#take(id);
      after = accounts.length < PAGE ? undefined : accounts.at(-1)?.id;
    } while (after !== undefined);
    return REST_MS;
  }

  async #take(id: string): Promise<void> {
    const lost = await inTransaction(this.pool, async (transaction) => {
      const account = await lockAccount(transaction, id);
      if (account === undefined) return 0;
      const kept = this.places.keep(id, account.posts, this.now());
      if (kept.length === account.posts.length) return 0;
      await setPosts(transaction, id, kept);
      await endAccess(transaction, this.cipher, id);
      return account.posts.length - kept.length;
    });
    if (lost === 0) return;
    this.notices.wake();
    this.logger.info({ account: id, lost }, 'somebody left or moved, and has lost what they acted as');
  }
}
