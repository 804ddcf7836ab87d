import { AccountWithPassword } from '@motcua/contracts';
import { randomUUID } from 'node:crypto';
import { UNIT, type House } from './house.ts';
import type { PlantedJourney } from './planted-journey.ts';

const posts = [{ role: 'counter', unit: UNIT }];

/** What an administrator does to accounts, and somebody to their own: each with an account of its own. */
export const accountJourneys: Readonly<Record<string, PlantedJourney>> = {
  'POST /v1/accounts': ({ admin }) => Promise.resolve({ as: admin, path: '/v1/accounts', body: toAccount() }),
  'PUT /v1/accounts/{id}/posts': async (house) => {
    const { account } = await createAccount(house);
    return { as: house.admin, path: `/v1/accounts/${account.id}/posts`, body: { posts } };
  },
  'PUT /v1/accounts/me/password': async (house) => {
    const { account, oneTimePassword } = await createAccount(house);
    const body = { current: oneTimePassword, next: randomUUID() };
    return { as: await house.openOffice(account.id), path: '/v1/accounts/me/password', body };
  },
};

const toAccount = () => ({ id: `planted-${randomUUID()}`, displayName: 'x', posts });

const createAccount = async ({ admin }: House): Promise<AccountWithPassword> =>
  AccountWithPassword.parse(await admin.command('/v1/accounts', toAccount(), randomUUID()));
