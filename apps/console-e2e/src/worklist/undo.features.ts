import { describe, expect, it } from '@jest/globals';
import type { DossierView } from '@motcua/contracts';
import { askAs } from '../api/ask-as.ts';
import { receiveDossier } from '../api/receive-dossier.ts';
import type { People } from '../people/people.ts';

/** Handled here by nobody else, so that a list filtered by it is short. */
const procedure = '1.004859';

export function describeUndo(people: () => People): void {
  describe('a slip of the hand', () => {
    it('is undone by whoever made it, and by nobody else', async () => {
      const page = await people().open('counter', '/look-up');
      const { dossierId: id } = await receiveDossier(page, { procedure });
      await page.goto(`${people().stack.url}/dossiers/${id}`);
      await page.getByRole('button', { name: 'Thao tác khác' }).click();
      await page.getByRole('menuitem', { name: 'Trả kết quả' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Trả kết quả', exact: true }).click();
      const bar = page.getByRole('region', { name: 'Hoàn tác việc vừa làm' });
      await bar.getByText('Trả kết quả').waitFor();
      // The slip is offered first.
      await page.getByRole('dialog').getByRole('button', { name: 'In phiếu' }).waitFor();
      await page.keyboard.press('Escape');

      const head = await people().open('head', `/dossiers/${id}`);
      await head.getByRole('main').getByText('Đã trả kết quả', { exact: true }).first().waitFor();
      expect(await head.getByRole('region', { name: 'Hoàn tác việc vừa làm' }).count()).toBe(0);
      const refused = askAs(head, `/v1/dossiers/${id}/revert`, { method: 'POST', body: { event: 2 } });
      await expect(refused).rejects.toThrow('dossier.revert-not-author');
      expect(people().takeComplaints()).toEqual([expect.stringMatching(/: 403$/)]);

      await bar.getByRole('button', { name: 'Hoàn tác' }).click();
      await bar.waitFor({ state: 'detached' });
      await page.getByText('Đã hoàn tác.').waitFor();
      await page.getByText(/^Đã hoàn tác bởi /).waitFor();
      await page.getByRole('main').locator('del').getByText('Trả kết quả').waitFor();
      const { dossier } = await askAs<DossierView>(page, `/v1/dossiers/${id}`);
      expect(dossier).toMatchObject({ status: 2, returnedAt: null, endedAt: null });
      await Promise.all([page.close(), head.close()]);
    });

    it('of several at once is undone at once, by a key', async () => {
      const counter = await people().open('counter', '/look-up');
      const codes = [await receiveDossier(counter, { procedure }), await receiveDossier(counter, { procedure })].map(
        ({ code }) => code ?? '',
      );
      await counter.close();
      const page = await people().open('specialist', `/worklist?procedure=${procedure}`);
      for (const code of codes) await page.getByRole('checkbox', { name: `Chọn hồ sơ ${code}` }).check();
      await page.getByRole('button', { name: 'Đã có kết quả (2)' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Đã có kết quả', exact: true }).click();
      await dialog.getByText('✓ xong').nth(1).waitFor();
      await dialog.getByRole('button', { name: 'Đóng', exact: true }).click();
      await page.getByRole('region', { name: 'Hoàn tác việc vừa làm' }).getByText('2 hồ sơ').waitFor();
      for (const code of codes) await page.getByRole('link', { name: code }).waitFor({ state: 'detached' });
      await page.keyboard.press('Control+z');
      await page.getByText('Đã hoàn tác.').waitFor();
      for (const code of codes) await page.getByRole('link', { name: code }).waitFor();
      await page.close();
    });
  });
}
