import { describe, expect, it } from '@jest/globals';
import { askAs } from '../api/ask-as.ts';
import { findReason } from '../api/find-reason.ts';
import { receiveDossier } from '../api/receive-dossier.ts';
import { createHead } from '../people/new-head.ts';
import type { People } from '../people/people.ts';

export function describeHead(people: () => People): void {
  describe('what heads decide', () => {
    it('approves what another person proposes of the past', async () => {
      const counter = await people().open('counter', '/look-up');
      const { dossierId, code } = await receiveDossier(counter);
      const admin = await people().open('admin', '/look-up');
      const receivedAt = new Date(Date.now() - 3 * 86_400_000).toISOString();
      const body = { correction: { receivedAt }, reasonCode: await findReason(admin, 'correct') };
      await askAs(admin, `/v1/dossiers/${dossierId}/correct`, { method: 'POST', body });

      const page = await people().open('head', '/worklist?list=approvals');
      const line = page.getByRole('listitem').filter({ hasText: code ?? '' });
      await line.getByRole('button', { name: 'Duyệt', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Duyệt đề xuất' }).click();
      await line.waitFor({ state: 'detached' });
      const { dossier } = await askAs<{ dossier: { receivedAt: string } }>(page, `/v1/dossiers/${dossierId}`);
      expect(Math.abs(Date.parse(dossier.receivedAt) - Date.parse(receivedAt))).toBeLessThan(60_000);
      await Promise.all([counter.close(), admin.close(), page.close()]);
    });

    it('shows the causes of what is overdue, and who determined them', async () => {
      const page = await people().open('districtLeader', '/worklist?list=causes');
      await page.getByText('theo quy tắc').first().waitFor();
      await page.getByText(/^[\d.]+ hồ sơ$/).waitFor();
      await page.close();
    });

    it('corrects the cause of an overdue, which then says who determined it', async () => {
      const { credentials, page } = await createHead(people(), 'thanh-ba');
      await page.goto(`${people().stack.url}/worklist?list=causes`);
      const line = page.getByRole('listitem').filter({ hasText: 'theo quy tắc' }).first();
      const code = (await line.getByRole('link').textContent()) ?? '';
      await line.getByRole('button', { name: 'Sửa nguyên nhân' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Nguyên nhân đúng' }).click();
      await page.getByRole('option', { name: 'cấu hình thời hạn' }).click();
      await dialog.getByRole('button', { name: 'Lý do' }).click();
      await page.getByRole('option', { name: 'Lý do khác' }).click();
      await dialog.getByRole('textbox').fill('Thời hạn của thủ tục khai sai');
      await dialog.getByRole('button', { name: 'Sửa nguyên nhân' }).click();
      await dialog.waitFor({ state: 'detached' });
      const corrected = page.getByRole('listitem').filter({ hasText: code });
      await corrected.getByText(`do ${credentials.name} xác định`).waitFor();
      await corrected.getByText('cấu hình thời hạn').waitFor();
      await page.context().close();
    });
  });
}
