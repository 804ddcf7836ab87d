import { describe, expect, it } from '@jest/globals';
import type { AbsenceList, DossierView } from '@motcua/contracts';
import type { Page } from 'playwright-core';
import { askAs } from '../api/ask-as.ts';
import { receiveDossier, unit } from '../api/receive-dossier.ts';
import type { People } from '../people/people.ts';

/** Received here by nobody else, so that a list filtered by it is short, and all of it is drawn. */
const procedure = '1.000656';
const absent = `${unit}.02`;
const present = `${unit}.specialist`;

/** A dossier that the counter gives to an officer. @returns whose it is then */
async function give(
  page: Page,
  officer: string,
): Promise<{ readonly id: string; readonly code: string; readonly officer: string | null }> {
  const { dossierId: id, code } = await receiveDossier(page, { procedure });
  const { dossier } = await askAs<DossierView>(page, `/v1/dossiers/${id}/transfer`, {
    method: 'POST',
    body: { toUnit: unit, officer },
  });
  return { id, code: code ?? '', officer: dossier.officer };
}

/** Whatever an earlier run left behind on this stack. @param head a page of theirs */
async function endAbsences(head: Page): Promise<void> {
  const { absences } = await askAs<AbsenceList>(head, `/v1/absences?unit=${unit}`);
  for (const { id } of absences) await askAs(head, `/v1/absences/${id}/end`, { method: 'POST', body: {} });
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

export function describeAbsence(people: () => People): void {
  describe('who is away', () => {
    it('has somebody who stands in: new work goes to them, and what lies there shows in their list', async () => {
      const counter = await people().open('counter', '/look-up');
      const head = await people().open('head', '/worklist?list=absences');
      await endAbsences(head);
      const before = await give(counter, absent);
      await head.getByRole('button', { name: 'Ghi vắng mặt' }).click();
      await choose(head, 'Người vắng mặt', absent);
      await choose(head, 'Người làm thay', present);
      const until = head.getByRole('dialog').getByRole('group', { name: 'Đến hết ngày' }).getByRole('spinbutton');
      await until.first().click();
      await head.keyboard.type(new Date(Date.now() + 86_400_000).toLocaleDateString('en-GB').replaceAll('/', ''));
      await head.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
      await head.getByText(`${present} làm thay`).first().waitFor();

      expect(await give(counter, absent)).toMatchObject({ officer: present });
      const specialist = await people().open('specialist', `/worklist?mine=true&procedure=${procedure}`);
      const line = specialist.getByRole('row').filter({ hasText: before.code });
      await line.getByText(`${present} làm thay ${absent}`).waitFor();

      await head.getByRole('button', { name: `Đã trở lại: ${absent}` }).click();
      await head.getByText('Không có ai vắng mặt.').waitFor();
      expect(await give(counter, absent)).toMatchObject({ officer: absent });
      await Promise.all([counter.close(), head.close(), specialist.close()]);
    });

    it('hands all of it over for good, and each dossier says what became of it', async () => {
      const counter = await people().open('counter', '/look-up');
      const head = await people().open('head', '/look-up');
      await endAbsences(head);
      const given = [await give(counter, absent), await give(counter, absent)];
      await head.goto(`${people().stack.url}/worklist?list=absences`);
      await head
        .getByRole('button', { name: new RegExp(`^Bàn giao tất cả: .* hồ sơ của ${absent.replaceAll('.', '\\.')}$`) })
        .click();
      await choose(head, 'Người nhận', present);
      await head.getByRole('dialog').getByRole('button', { name: 'Bàn giao tất cả' }).click();
      for (const { code } of given)
        await head.getByRole('dialog').getByRole('listitem').filter({ hasText: code }).getByText('✓ xong').waitFor();
      const officers = await Promise.all(
        given.map(async ({ id }) => (await askAs<DossierView>(counter, `/v1/dossiers/${id}`)).dossier.officer),
      );
      expect(officers).toEqual([present, present]);
      await Promise.all([counter.close(), head.close()]);
    });
  });
}
