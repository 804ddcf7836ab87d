import { describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import type { Page } from 'playwright-core';
import { askAs } from '../api/ask-as.ts';
import { until } from '../browser/until.ts';
import type { People } from '../people/people.ts';

const training = 'tap-huan';
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

async function receive(page: Page, name: string): Promise<void> {
  await page.getByLabel('Số định danh', { exact: true }).fill('025185004321');
  await page.getByLabel('Họ và tên').fill(name);
  await page.getByLabel('Điện thoại', { exact: true }).fill('0912345678');
  await page.getByRole('combobox', { name: /^Thủ tục/ }).fill('khai sinh');
  await page.getByRole('option').first().click();
  await page.getByText(/^Trả kết quả /).waitFor();
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('status')
    .getByText(/^Đã tiếp nhận /)
    .waitFor();
}

export function describeTraining(people: () => People): void {
  describe('training', () => {
    it('is work on dossiers that count nowhere and reach nobody', async () => {
      const page = await people().open('counter', '/quay');
      await page.getByRole('button', { name: /^Tài khoản: / }).click();
      await page.getByRole('menuitemradio', { name: 'Tập huấn: Cán bộ tiếp nhận' }).click();
      await page.getByText(/^Đang tập huấn/).waitFor();
      const name = `Người Tập Huấn ${Date.now()}`;
      await receive(page, name);
      await until(page, `getComputedStyle(document.querySelector('.slip'), '::before').content.includes('TẬP HUẤN')`);
      const { dossiers } = await askAs<{ dossiers: { dossierId: string; code: string }[] }>(
        page,
        `/v1/dossiers?unit=${training}&limit=1`,
      );
      const [dossier] = dossiers;
      expect(dossier?.code).toMatch(/^TH-/);
      const { applicant } = await askAs<{ applicant: object }>(page, `/v1/dossiers/${dossier?.dossierId ?? ''}`);
      expect(applicant).toEqual({ name });

      const leader = await people().open('provinceLeader', '/board');
      const admin = await people().open('admin', '/operations');
      const period = `from=${today}&to=${today}`;
      await waitFor(
        async () => {
          const board = await askAs<{ rows: { indicators: { received: { value: number | null } } }[] }>(
            admin,
            `/v1/board?unit=${training}&${period}`,
          ).catch(() => undefined);
          return (board?.rows[0]?.indicators.received.value ?? 0) > 0;
        },
        { describe: 'the dossier to be projected' },
      );
      const ofProvince = await askAs<{ dossiers: { code: string | null }[] }>(
        leader,
        `/v1/indicators/received/dossiers?unit=phu-tho&${period}&limit=500`,
      );
      expect(ofProvince.dossiers.filter(({ code }) => code?.startsWith('TH-') === true)).toEqual([]);
      await expect(askAs(leader, `/v1/board?unit=${training}&${period}`)).rejects.toThrow('403');
      people().takeComplaints();
      await Promise.all([leader.close(), admin.close()]);

      await page.getByRole('button', { name: 'Về công việc' }).click();
      await page.getByText(/^Đang tập huấn/).waitFor({ state: 'detached' });
      await page.getByLabel('Họ và tên').waitFor();
      await page.close();
    });
  });
}
