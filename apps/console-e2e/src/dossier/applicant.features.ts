import { describe, expect, it } from '@jest/globals';
import type { DossierView } from '@motcua/contracts';
import type { Page } from 'playwright-core';
import { askAs } from '../api/ask-as.ts';
import { receiveDossier } from '../api/receive-dossier.ts';
import { returnDossier } from '../api/return-dossier.ts';
import type { People } from '../people/people.ts';

const name = 'Hoàng Thị Mai Hương';
const applicant = { name, phone: '0912777888' };

const viewOf = (page: Page, id: string) => askAs<DossierView>(page, `/v1/dossiers/${id}`);
const lineOf = (page: Page, code: string | null) => page.getByRole('listitem').filter({ hasText: code ?? '' });

/** By the keyboard alone: the dialog says what goes, a ground is chosen, the request is sent. */
async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Đề nghị xóa dữ liệu cá nhân' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Bị xóa hẳn, không lấy lại được:').waitFor();
  await dialog.getByText(/^họ tên, số định danh/).waitFor();
  await dialog.getByRole('button', { name: 'Căn cứ' }).press('Enter');
  await page.getByRole('option', { name: 'người nộp yêu cầu' }).press('Enter');
  await dialog.getByRole('button', { name: 'Gửi đề nghị' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/^Đề nghị xóa do .+ gửi lúc .+: người nộp yêu cầu\. Chờ trưởng đơn vị/).waitFor();
}

/** A dossier that is over, on whose page the counter has asked. */
async function askOf(people: People) {
  const counter = await people.open('counter', '/look-up');
  const { dossierId, code } = await returnDossier(counter, { applicant });
  await counter.goto(`${people.stack.url}/dossiers/${dossierId}`);
  await ask(counter);
  return { counter, dossierId, code };
}

async function takeBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Rút lại đề nghị' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Rút lại đề nghị' }).press('Enter');
  await page.getByText(/đã rút lại đề nghị xóa lúc/).waitFor();
}

async function approve(page: Page, line: ReturnType<typeof lineOf>): Promise<void> {
  await line.getByRole('button', { name: 'Duyệt xóa', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Bị xóa hẳn, không lấy lại được:').waitFor();
  const erase = dialog.getByRole('button', { name: 'Xóa hẳn dữ liệu cá nhân' });
  expect(await erase.isDisabled()).toBe(true);
  await dialog.getByRole('checkbox').press('Space');
  await erase.press('Enter');
}

export function describeApplicant(people: () => People): void {
  describe('what is known of an applicant', () => {
    it('is put right by whoever handles the dossier, and what is not shown stays', async () => {
      const counter = await people().open('counter', '/look-up');
      const { dossierId } = await receiveDossier(counter, { applicant: { ...applicant, language: 'en' } });
      await counter.goto(`${people().stack.url}/dossiers/${dossierId}`);
      await counter.getByRole('button', { name: 'Sửa thông tin người nộp' }).press('Enter');
      const dialog = counter.getByRole('dialog');
      await dialog.getByLabel('Điện thoại').fill('0912777999');
      await dialog.getByLabel('Điện thoại').press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await counter.getByText('0912777999').waitFor();
      expect((await viewOf(counter, dossierId)).applicant).toEqual({ name, phone: '0912777999', language: 'en' });

      // What is still needed does not go: the dialog says what comes first.
      await counter.getByRole('button', { name: 'Đề nghị xóa dữ liệu cá nhân' }).press('Enter');
      await dialog.getByText(/^Hồ sơ chưa giải quyết xong/).waitFor();
      expect(await dialog.getByRole('button', { name: 'Gửi đề nghị' }).count()).toBe(0);
      await counter.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await counter.close();
    });

    it('stays where whoever asked takes that back, and whoever was about to approve reads so', async () => {
      const { counter, dossierId, code } = await askOf(people());
      const head = await people().open('head', '/worklist?list=approvals');
      await lineOf(head, code).getByRole('button', { name: 'Duyệt xóa', exact: true }).waitFor();
      await takeBack(counter);
      await approve(head, lineOf(head, code));
      const gone = head.getByRole('alert');
      await gone.getByText('Không có đề nghị xóa nào đang chờ duyệt cho hồ sơ này').waitFor();
      await gone.getByText(/người đề nghị đã rút lại/).waitFor();
      expect(people().takeComplaints()).toEqual([expect.stringMatching(/: 409$/)]);
      // The keyboard is still in the dialog.
      await head.keyboard.press('Escape');
      await head.getByRole('dialog').waitFor({ state: 'detached' });
      await lineOf(head, code).waitFor({ state: 'detached' });
      expect((await viewOf(counter, dossierId)).applicant?.name).toBe(name);
      await Promise.all([counter.close(), head.close()]);
    });

    it('stays where it is rejected, and whoever asked reads why', async () => {
      const { counter, dossierId, code } = await askOf(people());
      const head = await people().open('head', '/worklist?list=approvals');
      await lineOf(head, code).getByRole('button', { name: 'Không duyệt xóa' }).press('Enter');
      const dialog = head.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Lý do giữ lại' }).press('Enter');
      await head.getByRole('option', { name: 'pháp luật quy định phải lưu giữ' }).press('Enter');
      await dialog.getByRole('button', { name: 'Không duyệt xóa' }).press('Enter');
      await lineOf(head, code).waitFor({ state: 'detached' });
      await counter.reload();
      await counter.getByText(/không duyệt xóa lúc .+: pháp luật quy định phải lưu giữ\.$/).waitFor();
      expect((await viewOf(counter, dossierId)).applicant?.name).toBe(name);
      await Promise.all([counter.close(), head.close()]);
    });

    it('goes for good when another one approves', async () => {
      const { counter, dossierId, code } = await askOf(people());
      const head = await people().open('head', '/worklist?list=approvals');
      await approve(head, lineOf(head, code));
      await lineOf(head, code).waitFor({ state: 'detached' });
      await counter.reload();
      await counter.getByText(/^đã xóa dữ liệu cá nhân theo yêu cầu lúc/).waitFor();
      expect(await counter.getByText(name).count()).toBe(0);
      expect((await viewOf(counter, dossierId)).applicant).toBeUndefined();
      await Promise.all([counter.close(), head.close()]);
    });
  });
}
