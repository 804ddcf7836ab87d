import { describe, it } from '@jest/globals';
import type { People } from '../people/people.ts';

export function describeReport(people: () => People): void {
  describe('the report', () => {
    it('opens a figure of the paragraph, beside it what is behind it, and the dossier behind that', async () => {
      const page = await people().open('delegation', '/report?unit=thanh-ba&from=2022-01-01&to=2022-10-31');
      await page
        .getByRole('link', { name: /^Giải quyết trước và đúng hạn: 97%/ })
        .first()
        .click();
      await page.getByText('23.080 / 23.794').first().waitFor();
      await page
        .getByRole('link', { name: /^H44\.20/ })
        .first()
        .click();
      await page.getByRole('heading', { name: 'Diễn biến', exact: true }).waitFor();
      await page.close();
    });
  });
}
