import { describe, expect, it } from '@jest/globals';
import type { DossierView } from '@motcua/contracts';
import type { Page } from 'playwright-core';
import { askAs } from '../api/ask-as.ts';
import { receiveDossier } from '../api/receive-dossier.ts';
import { codeBeforeCamera } from '../browser/launch-browser.ts';
import type { People } from '../people/people.ts';

interface Waiting {
  readonly id: string;
  readonly code: string;
}

/** Dossiers whose results lie at the counter, and one of which nobody recorded a result. */
async function prepare(
  people: People,
  finished: number,
): Promise<{ readonly ready: readonly Waiting[]; readonly unfinished: Waiting }> {
  const counter = await people.open('counter', '/look-up');
  const dossiers: Waiting[] = [];
  for (let index = 0; index <= finished; index++) {
    const { dossierId: id, code } = await receiveDossier(counter);
    dossiers.push({ id, code: code ?? '' });
  }
  await counter.close();
  const specialist = await people.open('specialist', '/look-up');
  const [unfinished = { id: '', code: '' }, ...ready] = dossiers;
  for (const { id } of ready) await askAs(specialist, `/v1/dossiers/${id}/process`, { method: 'POST', body: {} });
  await specialist.close();
  return { ready, unfinished };
}

/** As a scanner types: a text, and Enter. */
async function scan(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const lineOf = (page: Page, code: string) =>
  page.getByRole('list', { name: 'Hồ sơ đã quét' }).getByRole('listitem').filter({ hasText: code });

async function returnsOf(page: Page, id: string): Promise<number> {
  const { history = [] } = await askAs<DossierView>(page, `/v1/dossiers/${id}`);
  return history.filter(({ type }) => type === 'vn.motcua.dossier.returned.v1').length;
}

export function describeReturns(people: () => People): void {
  describe('returns', () => {
    it('hands over many results that were scanned, by the keyboard alone, and says of each what became of it', async () => {
      const { ready, unfinished } = await prepare(people(), 2);
      const page = await people().open('counter', '/returns');
      await page.getByRole('textbox', { name: 'Mã hồ sơ hoặc mã QR trên phiếu' }).waitFor();
      const [first, second] = ready;
      await scan(page, `${people().stack.url}/tra-cuu?ma=${first?.code ?? ''}&khoa=abc-DEF_123`);
      await scan(page, (second?.code ?? '').toLowerCase());
      await scan(page, unfinished.code);
      await scan(page, unfinished.code);
      await page.getByText(`${unfinished.code} đã có trong danh sách`).waitFor();
      await scan(page, '0912345678');
      await page.getByText('“0912345678” không phải mã hồ sơ').waitFor();
      for (const { code } of ready) await lineOf(page, code).getByText('trả được').waitFor();
      await lineOf(page, unfinished.code).getByText('chưa ghi có kết quả').waitFor();
      // A reload loses nothing of it.
      await page.reload();
      for (const { code } of ready) await lineOf(page, code).getByText('trả được').waitFor();
      await page.keyboard.press('Control+Enter');
      for (const { code } of ready) await lineOf(page, code).getByText('✓ đã trả').waitFor();
      expect(await Promise.all([...ready, unfinished].map(({ id }) => returnsOf(page, id)))).toEqual([1, 1, 0]);
      await page.getByRole('button', { name: 'Dọn hồ sơ đã trả' }).click();
      await lineOf(page, unfinished.code).getByRole('button', { name: /^Bỏ / }).click();
      await page.getByText('Chưa quét hồ sơ nào.').waitFor();
      await page.close();
    });

    it('reads the code of a slip that is held before the camera, once', async () => {
      const page = await people().open('counter', '/returns');
      await page.getByRole('button', { name: 'Quét bằng máy ảnh' }).click();
      await lineOf(page, codeBeforeCamera).getByText('không có hồ sơ này ở đơn vị của bạn').waitFor();
      await page.getByRole('button', { name: 'Tắt máy ảnh' }).click();
      expect(await lineOf(page, codeBeforeCamera).count()).toBe(1);
      await lineOf(page, codeBeforeCamera).getByRole('button', { name: /^Bỏ / }).click();
      await page.close();
    });

    it('keeps what is scanned and returned while the network is away, looks it up later, and sends it once', async () => {
      const { ready } = await prepare(people(), 2);
      const [{ id, code } = { id: '', code: '' }, { code: later } = { code: '' }] = ready;
      const page = await people().open('counter', '/returns');
      await page.getByRole('textbox', { name: 'Mã hồ sơ hoặc mã QR trên phiếu' }).waitFor();
      await scan(page, code);
      await lineOf(page, code).getByText('trả được').waitFor();
      const answered: number[] = [];
      page.on('response', (response) => {
        if (response.url().endsWith(`/v1/dossiers/${id}/return`)) answered.push(response.status());
      });
      await page.context().setOffline(true);
      await page.keyboard.press('Control+Enter');
      await lineOf(page, code).getByText('chưa gửi; sẽ gửi khi có mạng').waitFor();
      await scan(page, later);
      await lineOf(page, later).getByText('chờ mạng để tra').waitFor();
      await page.context().setOffline(false);
      await lineOf(page, code).getByText('✓ đã trả').waitFor();
      await lineOf(page, later).getByText('trả được').waitFor();
      expect(
        people()
          .takeComplaints()
          .filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED')),
      ).toEqual([]);
      expect([answered, await returnsOf(page, id)]).toEqual([[200], 1]);
      for (const one of [code, later]) await lineOf(page, one).getByRole('button', { name: /^Bỏ / }).click();
      await page.close();
    });
  });
}
