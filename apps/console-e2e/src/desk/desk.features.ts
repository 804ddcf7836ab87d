import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { askAs } from '../api/ask-as.ts';
import { unit } from '../api/receive-dossier.ts';
import { until } from '../browser/until.ts';
import type { People } from '../people/people.ts';

/** Types as somebody who does not look for the mouse. @returns keys pressed */
async function receiveByKeys(page: Page, applicant: { readonly idNumber: string; readonly name: string }): Promise<number> {
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const type = async (text: string): Promise<void> => {
    keys += text.length;
    await page.keyboard.type(text);
  };
  await press('Alt+1');
  await type(applicant.idNumber);
  await press('Tab');
  await type(applicant.name);
  await press('Tab');
  await type('0912345678');
  await press('Alt+2');
  await type('ksinh');
  await page.getByRole('option').first().waitFor();
  await press('ArrowDown');
  await press('Enter');
  await page.getByText(/^Trả kết quả /).waitFor();
  await press('Control+Enter');
  return keys;
}

/** Of those that the unit has open, the dossiers of an applicant. */
async function countOf(page: Page, name: string): Promise<number> {
  const { dossiers } = await askAs<{ dossiers: { applicantName: string | null }[] }>(
    page,
    `/v1/dossiers?unit=${unit}&applicants=true&limit=500`,
  );
  return dossiers.filter(({ applicantName }) => applicantName === name).length;
}

export function describeDesk(people: () => People): void {
  describe('the desk', () => {
    it('receives a dossier by the keyboard alone, prints its slip once, and is ready for the next', async () => {
      const page = await people().open('counter', '/quay');
      await page.getByRole('heading', { name: 'Ai nộp' }).waitFor();
      const name = `Trần Văn Bàn Phím ${Date.now()}`;
      const begun = Date.now();
      const keys = await receiveByKeys(page, { idNumber: '025085001234', name });
      await page
        .getByRole('status')
        .getByText(/^Đã tiếp nhận /)
        .waitFor();
      const tookMs = Date.now() - begun;
      await until(page, 'window.timesPrinted === 1');
      await page.getByRole('heading', { name: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByLabel('Số định danh', { exact: true }).waitFor();

      process.stdout.write(`a dossier was received with ${keys} keys in ${tookMs} ms\n`);
      expect(await page.getByLabel('Họ và tên').inputValue()).toBe('');
      expect(await countOf(page, name)).toBe(1);
      await page.close();
    });

    it('keeps what is entered while the network is away, says so, and sends it once', async () => {
      const page = await people().open('counter', '/quay');
      await page.getByRole('heading', { name: 'Ai nộp' }).waitFor();
      const name = `Lê Thị Mất Mạng ${Date.now()}`;
      // The due moment is counted before the network goes; the receipt is not.
      const offline = page.waitForRequest((request) => request.url().includes('/due'));
      await page.getByLabel('Họ và tên').fill(name);
      await page.keyboard.press('Alt+2');
      await page.keyboard.type('ksinh');
      await page.getByRole('option').first().click();
      await offline;
      await page.getByText(/^Trả kết quả /).waitFor();
      await page.context().setOffline(true);
      await page.keyboard.press('Control+Enter');
      await page.getByText('Chưa gửi (1)').waitFor();
      people().takeComplaints();

      await page.context().setOffline(false);
      await page.getByText(/^Đã gửi: /).waitFor();
      // While it was away, requests of other parts failed too.
      expect(
        people()
          .takeComplaints()
          .filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED')),
      ).toEqual([]);
      expect(await countOf(page, name)).toBe(1);
      await page.close();
    });

    it('makes one dossier of a receipt whose answer was lost on its way', async () => {
      const page = await people().open('counter', '/quay');
      await page.getByRole('heading', { name: 'Ai nộp' }).waitFor();
      const name = `Phạm Thị Mất Lời ${Date.now()}`;
      await page.route(
        '**/v1/dossiers',
        async (route) => {
          await route.fetch();
          await route.abort('connectionreset');
        },
        { times: 1 },
      );
      await receiveByKeys(page, { idNumber: '025085009999', name });
      await page.getByText('Chưa gửi (1)').waitFor();
      await page.getByText(/^Đã gửi: /).waitFor();
      expect(people().takeComplaints()).toEqual([expect.stringContaining('ERR_CONNECTION_RESET')]);
      expect(await countOf(page, name)).toBe(1);
      await page.close();
    });

    it('keeps a draft through a reload', async () => {
      const page = await people().open('counter', '/quay');
      await page.getByLabel('Họ và tên').fill('Đỗ Thị Nháp');
      await until(page, keptDraft);
      await page.reload();
      await until(page, `document.querySelector('[data-asks=name] input')?.value === 'Đỗ Thị Nháp'`);
      await page.getByLabel('Họ và tên').fill('');
      await page.close();
    });
  });
}

/** Whether this browser keeps a draft. */
const keptDraft = `new Promise((resolve) => {
  const opening = indexedDB.open('motcua-kept');
  opening.onsuccess = () => {
    const asking = opening.result.transaction('kept').objectStore('kept').getAllKeys();
    asking.onsuccess = () => {
      opening.result.close();
      resolve(asking.result.some((key) => key.includes('draft')));
    };
  };
})`;
