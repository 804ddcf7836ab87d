import { describe, expect, it } from '@jest/globals';
import { until } from '../browser/until.ts';
import type { People } from '../people/people.ts';
import { signIn } from '../people/sign-in.ts';

export function describeWall(people: () => People): void {
  describe('a screen on a wall', () => {
    it('shows the board alone to all who pass by, until it is taken down', async () => {
      const context = await people().stranger();
      const page = await context.newPage();
      await signIn(page, people().stack.url, people().credentialsOf('provinceLeader'));
      await page.goto(`${people().stack.url}/board?from=2022-01-01&to=2022-10-31`);
      await page.getByRole('button', { name: 'Màn hình lớn' }).click();
      await page.getByRole('button', { name: 'Để treo cả ngày' }).click();
      await page.getByRole('dialog').getByText('Tự kết thúc lúc').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Để treo cả ngày' }).click();
      await page.getByRole('button', { name: 'Kết thúc màn hình treo' }).waitFor();
      const onTime = page.getByRole('region', { name: 'Đúng hạn', exact: true });
      await onTime.getByText('97,0 %').first().waitFor();
      expect(await onTime.getByRole('link').count()).toBe(0);

      // Whoever types another address comes back to the board, and the API answers its figures alone.
      await page.goto(`${people().stack.url}/figures/open.overdue?part=value`);
      await page.waitForURL('**/board**');
      await onTime.waitFor();
      const lists = 'fetch("/v1/indicators/open.overdue/dossiers?unit=thanh-ba").then(({ status }) => status)';
      expect(await page.evaluate(lists)).toBe(403);
      await until(page, `document.body.textContent.includes('trực tiếp')`);

      await page.getByRole('button', { name: 'Kết thúc màn hình treo' }).click();
      await page.getByLabel('Mật khẩu').waitFor();
      people().takeComplaints();
      await context.close();
    });
  });
}
