import { describe, expect, it } from '@jest/globals';
import { circulars, findEdition } from './circulars/circulars.ts';
import { formNames, type FormName } from './circulars/form-name.ts';
import type { FormFacts } from './facts/form-facts.ts';
import { maskNumbers } from './facts/mask.ts';
import type { Sheet } from './sheets/sheet.ts';
import { createFacts } from './testing/facts.builder.ts';
import { toSheet } from './to-sheet.ts';

const at = (local: string): number => Date.parse(`${local}+07:00`);
const sheetOf = (form: FormName, more: Partial<FormFacts> = {}): Sheet => toSheet(form, createFacts(more))!;
/** Everything that somebody reads on it, line by line. */
const textOf = ({ blocks, authority, number, placeAndDate, title, notes, signatures }: Sheet): string =>
  [
    ...authority,
    number,
    placeAndDate,
    title,
    ...blocks.flatMap((block) => {
      switch (block.kind) {
        case 'fields':
          return block.fields.map(({ label, value }) => `${label}: ${value ?? '…'}`);
        case 'paragraph':
          return [block.text];
        case 'list':
          return [block.label, ...block.items];
        case 'table':
          return [block.columns.join('|'), ...block.rows.map((row) => row.join('|'))];
      }
    }),
    ...signatures.map(({ who, how }) => `${who} ${how}`),
    ...notes,
  ].join('\n');

describe('which form it is', () => {
  it('goes by the date of receipt, also where the step is done after the change', () => {
    const old = { receivedAt: at('2025-06-30T16:59:00'), issuedAt: at('2025-07-02T09:00:00') };
    const changed = { receivedAt: at('2025-07-01T07:30:00'), issuedAt: at('2025-07-02T09:00:00') };
    expect([sheetOf('apology', old).title, sheetOf('apology', changed).title]).toEqual([
      'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
      'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
    ]);
    expect([sheetOf('control', old).formNumber, sheetOf('control', changed).formNumber]).toEqual(['05', '06']);
    expect([sheetOf('receipt', old).circular.code, sheetOf('receipt', changed).circular.code]).toEqual([
      'tt-01-2018',
      'tt-03-2025',
    ]);
  });

  it('goes by the local date: the last minute of 30 June in Vietnam is still that of the older circular', () => {
    expect(findEdition('stopping', '2025-06-30')).toBeUndefined();
    expect(toSheet('stopping', createFacts({ receivedAt: Date.parse('2025-06-30T16:59:00Z') }))).toBeUndefined();
    expect(toSheet('stopping', createFacts({ receivedAt: Date.parse('2025-06-30T17:00:00Z') }))?.formNumber).toBe('05');
  });

  it('goes by the day of the step where nothing has been received yet', () => {
    const before = { receivedAt: null, code: null, due: null };
    expect(sheetOf('refusal', { ...before, issuedAt: at('2025-06-30T09:00:00') }).circular.code).toBe('tt-01-2018');
    expect(sheetOf('refusal', { ...before, issuedAt: at('2025-07-01T09:00:00') }).circular.code).toBe('tt-03-2025');
  });

  it('has every form of a circular once, and no day without a circular or with two', () => {
    for (const { forms } of circulars) {
      const numbers = Object.values(forms).map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
    const [first, second] = circulars;
    expect(Date.parse(second!.validFrom) - Date.parse(first!.validTo!)).toBe(86_400_000);
  });
});

describe('what stands on a form', () => {
  it('is all that is known of a receipt, as the circular orders it', () => {
    expect(textOf(sheetOf('receipt'))).toMatchInlineSnapshot(`
     "Ủy ban nhân dân xã Thanh Ba
     Số: ……/TNHS
     Thanh Ba, ngày 17 tháng 11 năm 2026
     Giấy tiếp nhận hồ sơ và hẹn trả kết quả
     Bộ phận tiếp nhận: Trung tâm Phục vụ hành chính công xã Thanh Ba
     Tiếp nhận hồ sơ của: Nguyễn Thị Bưởi
     Số định danh: 025185001234
     Địa chỉ: Khu 7, xã Thanh Ba, tỉnh Phú Thọ
     Số điện thoại: 0912345678
     Email: buoi@example.vn
     Người được ủy quyền: Trần Văn Được
     Số định danh: 025190001111
     Địa chỉ: …
     Số điện thoại: 0987654321
     Nội dung yêu cầu giải quyết: Đăng ký khai sinh kết hợp nhận cha, mẹ, con (cho cháu Nguyễn Hữu Nghĩa)
     Thành phần hồ sơ nộp gồm:
     Tờ khai đăng ký khai sinh: 01 bản (01 bản chính)
     Giấy chứng sinh: 02 bản (01 bản chính)
     Văn bản ủy quyền có chứng thực: 01 bản
     Số lượng hồ sơ: 01 bộ
     Phí, lệ phí: 152.000 đồng (biên lai số BL-0042)
     Thời gian giải quyết hồ sơ theo quy định: 03 ngày làm việc
     Thời gian nhận hồ sơ: 10 giờ 00 phút, ngày 17 tháng 11 năm 2026
     Thời gian trả kết quả giải quyết hồ sơ: 10 giờ 00 phút, ngày 20 tháng 11 năm 2026
     Đăng ký nhận kết quả: tại quầy, Trung tâm Phục vụ hành chính công xã Thanh Ba
     Vào Sổ theo dõi hồ sơ, Quyển số: …
     Số thứ tự: …
     Người nộp hồ sơ (Ký và ghi rõ họ tên)
     Người tiếp nhận hồ sơ (Ký và ghi rõ họ tên)
     Giấy này được lập thành 02 liên: 01 liên giao cho tổ chức, cá nhân nộp hồ sơ; 01 liên chuyển kèm theo hồ sơ giải quyết.
     Khi đến nhận kết quả, đề nghị mang theo giấy này và giấy tờ tùy thân."
    `);
    expect(sheetOf('receipt').size).toBe('A5');
  });

  it('is a dotted line for what is not known', () => {
    const { blocks } = sheetOf('receipt', {
      applicant: undefined,
      authorised: undefined,
      fee: undefined,
      resultBy: undefined,
      handedIn: [],
    });
    const text = textOf({ ...sheetOf('receipt'), blocks });
    for (const label of ['Tiếp nhận hồ sơ của', 'Số điện thoại', 'Phí, lệ phí', 'Đăng ký nhận kết quả'])
      expect(text).toContain(`${label}: …`);
    expect(text).not.toContain('undefined');
  });

  it('is another sentence for who was refused before receipt and after it', () => {
    const before = textOf(sheetOf('refusal', { receivedAt: null, code: null }));
    const after = textOf(sheetOf('refusal'));
    expect(before).toContain('thông báo không tiếp nhận, giải quyết hồ sơ này');
    expect(before).toContain('Người tiếp nhận hồ sơ');
    expect(before).not.toContain('Thời gian nhận hồ sơ');
    expect(after).toContain('Ủy ban nhân dân xã Thanh Ba thông báo hồ sơ này không đủ điều kiện giải quyết');
    expect(after).toContain('Thủ trưởng cơ quan, đơn vị');
  });

  it('is what is to be brought, why, and where to ask', () => {
    expect(textOf(sheetOf('supplement'))).toMatch(
      /nội dung sau:\nGiấy chứng sinh\nVăn bản ủy quyền có chứng thực\nLý do: Thành phần hồ sơ chưa đầy đủ\. Chưa có giấy chứng sinh\.\n.*\n.*0210 000 0101/u,
    );
  });

  it('is an apology that says whether the due moment has passed', () => {
    expect(textOf(sheetOf('apology'))).toContain('chưa thể trả kết quả');
    expect(textOf(sheetOf('apology', { issuedAt: at('2026-11-20T10:01:00') }))).toContain('Tuy nhiên đến nay');
    expect(textOf(sheetOf('apology'))).toContain('Thời gian hẹn lại: 16 giờ 00 phút, ngày 23 tháng 11 năm 2026');
  });

  it('is who had the dossier, and whether before, on or after the due', () => {
    const [table] = sheetOf('control').blocks.filter((block) => block.kind === 'table');
    expect(table?.rows).toEqual([
      ['1', 'Trung tâm Phục vụ hành chính công xã Thanh Ba', '10:00 17/11/2026', '10:30 17/11/2026', '', '', '', ''],
      ['2', 'Phòng Văn hóa - Xã hội', '10:30 17/11/2026', '09:59 20/11/2026', '', '×', '', ''],
      ['3', 'Trung tâm Phục vụ hành chính công xã Thanh Ba', '09:59 20/11/2026', '', '', '', '', 'Chờ trả kết quả'],
    ]);
  });

  it('shows of numbers the last three signs on a copy that is sent, on every form', () => {
    for (const form of formNames) {
      const text = textOf(toSheet(form, maskNumbers(createFacts()))!);
      expect(text).not.toMatch(/025185001234|0912345678|025190001111|0987654321/u);
      if (form === 'receipt') expect(text).toContain('•••••••••234');
    }
  });

  it('says of training that it does not count', () => {
    expect([sheetOf('receipt').mark, sheetOf('receipt', { isTraining: true }).mark]).toEqual([
      null,
      'TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ',
    ]);
  });

  it('writes months and days as Decree 30/2020 does', () => {
    expect(sheetOf('receipt', { issuedAt: at('2026-02-03T08:05:00') }).placeAndDate).toBe('Thanh Ba, ngày 03 tháng 02 năm 2026');
    expect(sheetOf('receipt', { issuedAt: at('2026-03-13T08:05:00') }).placeAndDate).toBe('Thanh Ba, ngày 13 tháng 3 năm 2026');
  });
});
