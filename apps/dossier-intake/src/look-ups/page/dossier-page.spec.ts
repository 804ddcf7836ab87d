import { describe, expect, it } from '@jest/globals';
import type { LookedUp } from '../looked-up.ts';
import { toProgress } from '../progress.ts';
import { dossierPage } from './dossier-page.ts';
import type { KnownDossier } from '@motcua/dossier';

const at = (local: string): number => Date.parse(`${local.replace(' ', 'T')}+07:00`);
const context = { language: 'vi', here: { path: '/tra-cuu', query: {} } } as const;
const progressOf = (status: KnownDossier['status']) => toProgress({ status } as KnownDossier); // It looks at nothing else.

/** Received on Monday, due on Thursday; it is Friday morning. */
const late: LookedUp = {
  ...progressOf('in-process'),
  code: 'H44.32-261116-0007',
  unit: { vi: 'UBND xã Thanh Ba' },
  procedure: { vi: 'Đăng ký khai sinh' },
  receivedAt: at('2026-11-16 10:00'),
  due: at('2026-11-19 10:00'),
  isReappointed: false,
  isLate: true,
  promised: null,
  reason: null,
  resultBy: 'counter',
  timeZone: 'Asia/Ho_Chi_Minh',
  asOf: at('2026-11-20 08:00'),
};

describe('the page of a dossier', () => {
  it('says by when what is late comes, where the office apologised, and as long as that lies ahead', () => {
    expect(dossierPage(context, late)).toContain('Ông/bà có thể liên hệ UBND xã Thanh Ba');
    const promised = at('2026-11-23 10:00');
    expect(dossierPage(context, { ...late, promised })).toContain(
      'UBND xã Thanh Ba xin lỗi ông/bà và sẽ trả kết quả lúc 10:00 ngày 23/11/2026.',
    );
    expect(dossierPage(context, { ...late, promised, asOf: promised + 60_000 })).toContain('Ông/bà có thể liên hệ');
  });

  it('asks to complete what is not received, and promises nothing of it', () => {
    const submission = { ...late, receivedAt: null, due: null, isLate: false };
    const asked = dossierPage(context, { ...submission, ...progressOf('submission-supplement-requested') });
    expect(asked).toContain('Chưa tiếp nhận, yêu cầu bổ sung giấy tờ');
    expect(asked).toContain('Hồ sơ được tiếp nhận khi đã đầy đủ, hợp lệ.');
    for (const status of ['submitted', 'submission-supplement-requested', 'submission-stopped'] as const) {
      const page = dossierPage(context, { ...submission, ...progressOf(status) });
      expect(page).not.toMatch(/Hẹn trả kết quả|không có thời hạn|tạm dừng/);
    }
    expect(dossierPage(context, late)).toContain('Hẹn trả kết quả');
  });
});
