import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { askAs } from '../api/ask-as.ts';
import { receiveDossier, unit } from '../api/receive-dossier.ts';
import { until } from '../browser/until.ts';
import type { People } from '../people/people.ts';

/** Handled here by nobody else, so that a list filtered by it is short. */
const procedure = '1.004859';

/** A dossier that the counter has just received, as its code and its id. */
async function received(people: People): Promise<{ readonly code: string; readonly id: string }> {
  const counter = await people.open('counter', '/look-up');
  const { dossierId, code } = await receiveDossier(counter, { procedure });
  await counter.close();
  return { id: dossierId, code: code ?? '' };
}

async function choose(page: Page, field: string, option: RegExp): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option }).first().click();
}

const submit = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** Prints the slip that is offered after a step, and goes back to the dossier. */
async function printOffered(page: Page, title: string, words: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'In phiếu' }).click();
  const slip = page.getByRole('region', { name: title });
  await slip.getByText(words).waitFor();
  await page.getByRole('button', { name: 'In phiếu' }).click();
  await until(page, 'window.timesPrinted === 1');
  await page.getByText('Phiếu này đã in 1 lần').waitFor();
  await page.getByRole('link', { name: /^Về hồ sơ / }).click();
}

/** What the head of the dossier's page says it is in. */
const untilStatus = (page: Page, status: string): Promise<void> =>
  page.getByRole('banner').or(page.getByRole('main')).getByText(status, { exact: true }).first().waitFor();

export function describeWork(people: () => People): void {
  describe('the work on dossiers', () => {
    it('lets a specialist finish several at once, and says of each what became of it', async () => {
      const dossiers = [await received(people()), await received(people())];
      const page = await people().open('specialist', `/worklist?procedure=${procedure}`);
      for (const { code } of dossiers) await page.getByRole('checkbox', { name: `Chọn hồ sơ ${code}` }).check();
      await page.getByRole('button', { name: 'Đã có kết quả (2)' }).click();
      await submit(page, 'Đã có kết quả');
      await page.getByRole('dialog').getByText('✓ xong').nth(1).waitFor();
      await submit(page, 'Đóng');
      for (const { code } of dossiers) await page.getByRole('link', { name: code }).waitFor({ state: 'detached' });
      await page.close();
    });

    it('goes from a line to the dossier and back by keys', async () => {
      const { code } = await received(people());
      const page = await people().open('specialist', `/worklist?procedure=${procedure}`);
      await page.getByRole('link', { name: code }).waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await page.getByRole('toolbar').getByText('1 hồ sơ').waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/dossiers/**');
      await page.goBack();
      await page.getByRole('link', { name: code }).waitFor();
      await page.close();
    });

    it('transfers, asks the citizen for papers, takes them, finishes, and hands the result over', async () => {
      const { id } = await received(people());
      const specialist = await people().open('specialist', `/dossiers/${id}`);
      await specialist.getByRole('button', { name: 'Chuyển xử lý' }).click();
      await choose(specialist, 'Chuyển đến', /Tỉnh Phú Thọ/);
      await submit(specialist, 'Chuyển xử lý');
      await untilStatus(specialist, 'Đang xử lý');
      await specialist.getByRole('button', { name: 'Thao tác khác' }).click();
      await specialist.getByRole('menuitem', { name: 'Yêu cầu bổ sung' }).click();
      await choose(specialist, 'Lý do', /./);
      const words = specialist.getByRole('dialog').getByRole('textbox', { name: /Nói rõ/ });
      await words.fill('Thiếu giấy chứng sinh');
      await submit(specialist, 'Yêu cầu bổ sung');
      await printOffered(specialist, 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Thiếu giấy chứng sinh');
      await untilStatus(specialist, 'Yêu cầu bổ sung giấy tờ');
      await specialist.getByRole('link', { name: 'In phiếu: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ' }).click();
      await specialist.getByText('Bản in lại lần 1').waitFor();
      await specialist.goBack();
      await specialist.getByRole('button', { name: 'Nhận bổ sung' }).click();
      await submit(specialist, 'Nhận bổ sung');
      await specialist.getByRole('button', { name: 'Đã có kết quả' }).click();
      await submit(specialist, 'Đã có kết quả');
      await untilStatus(specialist, 'Đã xử lý xong');

      const counter = await people().open('counter', `/dossiers/${id}`);
      await counter.getByRole('button', { name: 'Trả kết quả' }).click();
      await counter.getByRole('dialog').getByRole('textbox', { name: 'Họ và tên' }).fill('Trần Văn Nhận Thay');
      await submit(counter, 'Trả kết quả');
      await printOffered(counter, 'Phiếu trả kết quả giải quyết hồ sơ', 'Trần Văn Nhận Thay');
      await untilStatus(counter, 'Đã trả kết quả');
      await Promise.all([specialist.close(), counter.close()]);
    });

    it('shows what somebody else changed meanwhile, and lets the officer go on', async () => {
      const { id } = await received(people());
      const page = await people().open('specialist', `/dossiers/${id}`);
      await page.getByRole('button', { name: 'Thao tác khác' }).click();
      await page.getByRole('menuitem', { name: 'Đã có kết quả' }).click();
      const counter = await people().open('counter', '/look-up');
      await askAs(counter, `/v1/dossiers/${id}/transfer`, { method: 'POST', body: { toUnit: 'phu-tho' } });
      await submit(page, 'Đã có kết quả');
      await page.getByRole('alert').getByText('Có người vừa thay đổi hồ sơ này').waitFor();
      expect(people().takeComplaints()).toEqual([expect.stringMatching(/: 412$/)]);
      await page.getByRole('alert').getByText('Chuyển xử lý').waitFor();
      await submit(page, 'Vẫn làm');
      await untilStatus(page, 'Đã xử lý xong');
      await Promise.all([page.close(), counter.close()]);
    });

    it('takes a scan that is chosen for a paper', async () => {
      const { id } = await received(people());
      const page = await people().open('counter', `/dossiers/${id}`);
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'chọn tệp' }).first().click();
      await (await chooser).setFiles({ name: 'to-khai.png', mimeType: 'image/png', buffer: smallPng });
      await page.getByText('đã nhận to-khai.png').waitFor();
      await page.close();
    });

    it('refuses another unit’s dossier and worklist by their addresses, and says so', async () => {
      const leader = await people().open('provinceLeader', '/board');
      const { dossiers } = await askAs<{ dossiers: { dossierId: string; responsibleUnit: string }[] }>(
        leader,
        '/v1/dossiers?unit=thanh-ba&limit=1',
      );
      await leader.close();
      const page = await people().open('counter', `/dossiers/${dossiers[0]?.dossierId ?? ''}`);
      await page.getByText('Vị trí hiện tại không được xem phần này').waitFor();
      await page.goto(`${people().stack.url}/worklist?unit=thanh-ba`);
      await page.getByText('Vị trí hiện tại không được xem phần này').first().waitFor();
      // Parts of a page are refused one by one: none is to come after it was asked what was.
      await page.close();
      const complaints = people().takeComplaints();
      expect(complaints.length).toBeGreaterThan(0);
      expect(complaints.filter((one) => !/: 40[34]$/.test(one))).toEqual([]);
      expect(dossiers.map(({ responsibleUnit }) => responsibleUnit)).not.toContain(unit);
    });
  });
}

/** One grey pixel. */
const smallPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
