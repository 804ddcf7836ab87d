import { AccountId, AccountPost } from '@motcua/contracts';
import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { inTransaction } from '@motcua/postgres';
import { BackgroundLoops, CONFIG, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import type { Pool } from 'pg';
import { z } from 'zod';
import { needsSecondFactor } from '../accounts/account.ts';
import { insertAccount } from '../accounts/account.store.ts';
import type { Config } from '../config.ts';

const FirstAccounts = z.strictObject({
  accounts: z.array(
    z.strictObject({
      id: AccountId,
      displayName: z.string().min(1).max(200),
      posts: z.array(AccountPost).min(1),
      /** As `@motcua/auth/passwords` writes it: whoever made the file has shown the password to somebody, and kept nothing of it. */
      passwordHash: z.string().startsWith('$scrypt$'),
      mustChangePassword: z.boolean().default(true),
      /** Absent: asked of heads and above. */
      secondFactor: z.boolean().optional(),
    }),
  ),
});

/** Long: what is there from the beginning changes with a new start alone. */
const REST_MS = 24 * 3_600_000;

/** Makes the accounts that an installation begins with, so that somebody can sign in and make the others. Who is there already stays as they are. */
@Injectable()
export class MakeFirstAccounts {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(CONFIG) { FIRST_ACCOUNTS: file }: Config,
    @Inject(BackgroundLoops) loops: BackgroundLoops,
  ) {
    if (file === undefined) return;
    loops.add({
      name: 'first accounts',
      turn: async () => {
        await this.#make(file);
        return REST_MS;
      },
    });
  }

  async #make(file: string): Promise<void> {
    const { accounts } = FirstAccounts.parse(JSON.parse(await readFile(file, 'utf8')));
    await inTransaction(this.pool, async (transaction) => {
      for (const { secondFactor, mustChangePassword, ...account } of accounts) {
        const secondFactorRequired = secondFactor ?? needsSecondFactor(account.posts);
        const isNew = await insertAccount(transaction, {
          ...account,
          passwordMustChange: mustChangePassword,
          secondFactorRequired,
        });
        if (isNew) this.logger.info({ account: account.id }, 'a first account is made');
      }
    });
  }
}
