import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { askAs } from '../api/ask-as.ts';
import type { People } from './people.ts';
import { giveCredentials, type Credentials } from './sign-in.ts';

const PASSWORD = 'mot cau ngan de nho cua toi';

/** What an app on a telephone shows at a moment. */
export const toCode = (secret: string, timestamp: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp });

export async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Mã xác thực').fill(code);
  await page.getByRole('button', { name: 'Xác nhận' }).click();
}

export interface NewHead {
  readonly credentials: Credentials;
  /** Of their second step. */
  readonly secret: string;
  /** Signed in; its context is theirs alone. */
  readonly page: Page;
}

/** A head of a unit whose account the administrator has just made: they choose a password, set up the second step, and are in. */
export async function createHead(people: People, unit: string): Promise<NewHead> {
  const name = `truong.${Date.now()}`;
  const admin = await people.open('admin', '/procedures');
  const { oneTimePassword } = await askAs<{ oneTimePassword: string }>(admin, '/v1/accounts', {
    method: 'POST',
    body: { id: name, displayName: 'Trưởng đơn vị mới', posts: [{ role: 'head', unit }] },
  });
  await admin.close();
  const page = await (await people.stranger()).newPage();
  await page.goto(people.stack.url);
  await giveCredentials(page, { name, password: oneTimePassword });
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(PASSWORD);
  await page.getByRole('button', { name: 'Lưu mật khẩu' }).click();
  const secret = (await page.locator('main code').first().textContent()) ?? '';
  await giveCode(page, toCode(secret, Date.now()));
  await page.getByRole('link', { name: 'Tôi đã lưu, tiếp tục' }).click();
  await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
  return { credentials: { name, password: PASSWORD }, secret, page };
}
