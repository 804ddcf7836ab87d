import { describe, expect, it } from '@jest/globals';
import type { People } from '../people/people.ts';

export function describeAdministration(people: () => People): void {
  describe('administration', () => {
    it('shows the administrator every service, and that it is ready', async () => {
      const page = await people().open('admin', '/operations');
      const ready = page.getByText(/^●\s*sẵn sàng$/);
      await ready.nth(5).waitFor();
      expect(await ready.count()).toBe(6);
      await page.close();
    });

    it('finds a procedure without accents, and opens it', async () => {
      const page = await people().open('admin', '/procedures');
      await page.getByRole('searchbox', { name: 'Tìm' }).fill('khai sinh');
      await page.getByRole('link', { name: 'Đăng ký khai sinh', exact: true }).click();
      await page.getByRole('heading', { name: 'Thành phần hồ sơ' }).waitFor();
      await page.close();
    });

    it('refuses figures to the auditor, and says so', async () => {
      const page = await people().open('auditor', '/board?unit=thanh-ba');
      await page.getByText('Vị trí hiện tại không được xem phần này').waitFor();
      expect(
        people()
          .takeComplaints()
          .filter((one) => !one.endsWith(': 403')),
      ).toEqual([]);
      await page.close();
    });
  });
}
