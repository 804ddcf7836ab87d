import { describe, expect, it } from '@jest/globals';
import { describeExpiry } from './expiry.features.ts';
import { describeSecondFactor } from './second-factor.features.ts';
import { everybody } from '../people/accounts.ts';
import type { People } from '../people/people.ts';
import { giveCredentials, signIn } from '../people/sign-in.ts';

/** Where each post lands, by the words of its page. */
const landings = {
  counter: 'Tiếp nhận hồ sơ',
  specialist: 'Việc cần làm',
  head: 'Việc cần làm',
  districtLeader: 'Huyện Thanh Ba',
  provinceLeader: 'Tỉnh Phú Thọ',
  delegation: 'Tỉnh Phú Thọ',
  auditor: 'Nhật ký truy cập',
  admin: 'Vận hành',
} as const;

export function describeDoor(people: () => People): void {
  describe('the door', () => {
    it.each(everybody)('lets %s in, to the page of their post', async (person) => {
      const page = await people().open(person);
      await page.getByRole('heading', { level: 1, name: landings[person] }).waitFor();
      await page.close();
    });

    it('says what to do after a wrong password, keeps the name, and lets in with the right one', async () => {
      const context = await people().stranger();
      const page = await context.newPage();
      await page.goto(people().stack.url);
      const right = people().credentialsOf('auditor');
      await giveCredentials(page, { ...right, password: 'khong-phai-mat-khau' });
      await page.getByRole('alert').getByText('Chưa đăng nhập được').waitFor();
      expect(people().takeComplaints()).toEqual([expect.stringMatching(/\/password: 401$/)]);
      expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe(right.name);

      await page.getByLabel('Mật khẩu', { exact: true }).fill(right.password);
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.getByRole('heading', { level: 1, name: landings.auditor }).waitFor();
      await context.close();
    });

    it('comes back to the page that was asked for, and to none of another place', async () => {
      const context = await people().stranger();
      const page = await context.newPage();
      await page.goto(`${people().stack.url}/board?from=2022-01-01&to=2022-10-31`);
      await giveCredentials(page, people().credentialsOf('districtLeader'));
      await page.getByRole('heading', { level: 1, name: 'Huyện Thanh Ba' }).waitFor();
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/board?from=2022-01-01&to=2022-10-31');
      await context.close();

      const other = await people().stranger();
      const lured = await other.newPage();
      const answer = await lured.goto(`${people().stack.url}/auth/sign-in?to=${encodeURIComponent('https://example.org/')}`);
      expect([answer?.status(), people().takeComplaints().length]).toEqual([400, 1]);
      await other.close();
    });

    it('ends every session of a person who signs out everywhere, and leaves other people in', async () => {
      const [here, there] = [await people().stranger(), await people().stranger()];
      const [one, other] = [await here.newPage(), await there.newPage()];
      for (const page of [one, other]) await signIn(page, people().stack.url, people().credentialsOf('delegation'));

      await one.getByRole('button', { name: /^Tài khoản/ }).click();
      await people().forget('delegation');
      await one.getByRole('menuitem', { name: 'Đăng xuất mọi nơi' }).click();
      // Out of the provider's session too: nobody gets in again without a password.
      await one.getByLabel('Tên đăng nhập').waitFor();
      // The page that was open finds out by itself, for its streams have ended; it has been refused once or twice in doing so.
      await other.getByLabel('Tên đăng nhập').waitFor();
      expect(
        people()
          .takeComplaints()
          .filter((one) => !one.endsWith(': 401')),
      ).toEqual([]);

      const leader = await people().open('districtLeader');
      await leader.getByRole('heading', { level: 1, name: landings.districtLeader }).waitFor();
      await Promise.all([leader.close(), here.close(), there.close()]);
    });

    describeExpiry(people);
    describeSecondFactor(people);
  });
}
