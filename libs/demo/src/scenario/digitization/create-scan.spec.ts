import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import { createScan } from './create-scan.ts';

describe('a scan', () => {
  it('is a small PDF of one page, whatever letters its lines have', async () => {
    const scan = await createScan(['Giấy chứng nhận kết hôn', 'Đồng Xuân – №1']);

    expect((await PDFDocument.load(scan)).getPageCount()).toBe(1);
    expect(scan.length).toBeLessThan(5_000);
  });

  it('has the same bytes for the same lines, whenever it is made, and others for others', async () => {
    const first = await createScan(['H44.20.02-220104-0001']);
    const startedAt = Date.now();
    while (Date.now() === startedAt);

    expect(Buffer.from(await createScan(['H44.20.02-220104-0001'])).equals(Buffer.from(first))).toBe(true);
    expect(Buffer.from(await createScan(['H44.20.02-220104-0002'])).equals(Buffer.from(first))).toBe(false);
  });
});
