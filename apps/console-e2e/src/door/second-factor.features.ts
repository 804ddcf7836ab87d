import { it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { askAs } from '../api/ask-as.ts';
import { unit } from '../api/receive-dossier.ts';
import type { People } from '../people/people.ts';
import { giveCredentials } from '../people/sign-in.ts';

const PASSWORD = 'mot cau ngan de nho cua toi';
const STEP_MS = 30_000;

/** What an app on a telephone shows at a moment. */
const toCode = (secret: string, timestamp: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp });

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Mã xác thực').fill(code);
  await page.getByRole('button', { name: 'Xác nhận' }).click();
}

export function describeSecondFactor(people: () => People): void {
  it('has a new head choose a password, set up the second step, and give its code at the next sign-in', async () => {
    const name = `truong.${Date.now()}`;
    const admin = await people().open('admin', '/procedures');
    const { oneTimePassword } = await askAs<{ oneTimePassword: string }>(admin, '/v1/accounts', {
      method: 'POST',
      body: { id: name, displayName: 'Trưởng đơn vị mới', posts: [{ role: 'head', unit }] },
    });
    await admin.close();

    const first = await people().stranger();
    const page = await first.newPage();
    await page.goto(people().stack.url);
    await giveCredentials(page, { name, password: oneTimePassword });
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Nhập lại mật khẩu mới').fill(PASSWORD);
    await page.getByRole('button', { name: 'Lưu mật khẩu' }).click();
    const secret = (await page.locator('main code').first().textContent()) ?? '';
    await giveCode(page, toCode(secret, Date.now()));
    await page.getByRole('link', { name: 'Tôi đã lưu, tiếp tục' }).click();
    await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
    await first.close();

    const second = await people().stranger();
    const again = await second.newPage();
    await again.goto(people().stack.url);
    await giveCredentials(again, { name, password: PASSWORD });
    // The one of this half minute was used; the next one counts already.
    await giveCode(again, toCode(secret, Date.now() + STEP_MS));
    await again.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
    await second.close();
  });
}
