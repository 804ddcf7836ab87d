import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { People } from '../people/people.ts';

const period2022 = 'from=2022-01-01&to=2022-10-31';

export function describeTakeAlong(people: () => People): void {
  describe('what leaders and delegations take along, and what they doubt', () => {
    it('leads from an empty year to the nearest period with figures', async () => {
      const page = await people().open('districtLeader', '/board?from=2019-01-01&to=2019-12-31');
      await page.getByText('Năm 2019 chưa có số liệu', { exact: false }).waitFor();
      await page.getByRole('link', { name: 'Mở kỳ này' }).click();
      await page.waitForURL(/from=2022-0/);
      await page.getByRole('region', { name: 'Tiếp nhận hôm nay' }).getByText('trong kỳ').waitFor();
      await page.close();
    });

    it('gives the whole list behind a figure as CSV and as a workbook, with its rule and moment', async () => {
      const page = await people().open('districtLeader', `/figures/open.overdue?${period2022}&part=value`);
      const csv = (await take(page, () => page.getByRole('link', { name: 'Tải về tệp CSV' }).click())).toString('utf8');
      expect(csv.charCodeAt(0)).toBe(0xfeff);
      const lines = csv.split('\r\n').filter((line) => line !== '');
      const columns = lines.findIndex((line) => line.startsWith('Hồ sơ;'));
      expect(lines.slice(0, columns).join('\n')).toMatch(/Kỳ;01\/01\/2022 – 31\/10\/2022\n[\s\S]*Cách tính;[\s\S]*Số hồ sơ;96/);
      expect(lines.slice(columns + 1, -1)).toHaveLength(96);
      expect(lines.at(-1)).toMatch(/^SHA-256;[0-9a-f]{64}/);

      const book = unzipSync(await take(page, () => page.getByRole('link', { name: 'Tải về tệp Excel' }).click()));
      expect(strFromU8(book['xl/worksheets/sheet1.xml']!).match(/H44\.20/g)?.length).toBeGreaterThanOrEqual(96);
      await page.close();
    });

    it('gives the report as a document and as a PDF', async () => {
      const page = await people().open('delegation', `/report?unit=thanh-ba&${period2022}`);
      const docx = unzipSync(await take(page, () => page.getByRole('button', { name: 'Tải DOCX' }).click()));
      expect(strFromU8(docx['word/document.xml']!)).toContain('23.080 / 23.794');
      const pdf = await take(page, () => page.getByRole('button', { name: 'Tải PDF' }).click());
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.toString('latin1')).toContain('BeVietnamPro');
      await page.close();
    });

    it('shows each day of the period in numbers, which open their lists', async () => {
      const page = await people().open('districtLeader', `/board?${period2022}`);
      const calendar = page.getByRole('region', { name: 'Theo ngày' });
      const day = calendar.getByRole('link').first();
      const count = await day.innerText();
      await day.focus();
      await page.keyboard.press('ArrowRight');
      const second = await calendar.getByRole('link').nth(1).getAttribute('href');
      expect(await calendar.locator('a:focus').getAttribute('href')).toBe(second);
      await page.keyboard.press('v');
      await calendar.getByRole('columnheader', { name: 'Ngày', exact: true }).waitFor();
      await calendar.getByRole('link', { name: count, exact: true }).first().click();
      await page.getByText(`${count} hồ sơ`, { exact: true }).first().waitFor();
      await page.close();
    });

    it('hears of a figure that is taken for wrong, opens it as it was seen and answers', async () => {
      const words = `Thiếu một hồ sơ ${Date.now()}`;
      const leader = await people().open('districtLeader', `/board?${period2022}`);
      await leader.getByRole('button', { name: 'Báo số liệu sai: Quá hạn chưa xong' }).click();
      await leader.getByLabel('Sai ở đâu', { exact: false }).fill(words);
      await leader.getByRole('button', { name: 'Gửi báo sai' }).click();
      await leader.getByText('Đã ghi nhận', { exact: false }).waitFor();
      await leader.getByRole('button', { name: 'Đóng' }).click();

      const admin = await people().open('admin', '/operations?tab=disputed');
      const row = admin.getByRole('row').filter({ hasText: words });
      await row.getByText('96', { exact: true }).waitFor();
      expect(await row.getByRole('link').getAttribute('href')).toContain(
        '/board?unit=thanh-ba&from=2022-01-01&to=2022-10-31&asOf=',
      );
      await row.getByRole('button', { name: 'Trả lời' }).click();
      await admin.getByRole('button', { name: /^Kết quả/ }).click();
      await admin.getByRole('option', { name: 'số liệu đúng, đã giải thích' }).click();
      await admin.getByLabel('Nội dung trả lời').fill('Hồ sơ thuộc kỳ sau.');
      await admin.getByRole('button', { name: 'Lưu' }).click();
      await row.getByText('Hồ sơ thuộc kỳ sau.', { exact: false }).waitFor();
      await admin.close();

      await leader.getByRole('button', { name: 'Báo số liệu sai: Quá hạn chưa xong' }).click();
      await leader.getByText(/^Bạn đã báo \d+ lần, /).click();
      const own = leader.getByRole('listitem').filter({ hasText: words });
      await own.getByText('số liệu đúng, đã giải thích: Hồ sơ thuộc kỳ sau.').waitFor();
      await leader.close();
    });
  });
}

/** The bytes of what is downloaded. */
async function take(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFile(await download.path());
}
