import type { Notice } from '@motcua/contracts';
import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { toTraceLines } from './trace-lines.ts';

const notice = (rest: Partial<Notice> = {}): Notice => ({
  id: '0198d2a0-7c11-7000-8000-00000000000a',
  event: 'sla.due-soon',
  eventId: 'due-soon/1',
  dossierId: '0198d2a0-7c11-7000-8000-000000000001',
  code: 'H44.41-261125-0001',
  sourceCode: null,
  unit: 'xa-thanh-ba',
  template: 'due-soon',
  urgency: 'normal',
  createdAt: '2026-11-25T01:00:00.000Z',
  readAt: '2026-11-25T01:30:00.000Z',
  timeZone: 'Asia/Ho_Chi_Minh',
  rule: 'due-soon-specialist',
  audience: 'specialist',
  recipient: { kind: 'staff', id: 'xa-thanh-ba.01' },
  why: 'dossier/four-fifths',
  class: 'mandatory',
  coalescedInto: null,
  deliveries: [
    {
      id: '0198d2a0-7c11-7000-8000-00000000000b',
      channel: 'mail',
      state: 'accepted',
      attempts: [{ at: '2026-11-25T01:00:02.000Z', channel: 'mail', outcome: 'accepted', answer: '250 Message queued' }],
      reason: null,
      templateId: 'due-soon',
      templateVersion: 2,
      language: 'vi',
      notBefore: null,
      expiresAt: '2026-11-27T01:00:00.000Z',
    },
  ],
  ...rest,
});
const trace = (...notices: Notice[]): string[] => toTraceLines(notices).map(stripVTControlCharacters);

describe('the trace of a dossier’s notices', () => {
  it('says who was told what and when, by which template, with what answer, and when he read it', () => {
    expect(trace(notice())).toEqual([
      '2026-11-25 08:00  sắp đến hạn (dossier/four-fifths) → xa-thanh-ba.01, chuyên viên · due-soon-specialist',
      '    thư điện tử đã chuyển đi · due-soon v2 vi · 0198d2a0-7c11-7000-8000-00000000000b',
      '      2026-11-25 08:00 thư điện tử: accepted “250 Message queued”',
      '    đã đọc / read 2026-11-25 08:30',
    ]);
  });

  it('hides neither what nobody was there to hear, nor what was told in a list', () => {
    const lines = trace(
      notice({ recipient: { kind: 'nobody', id: 'boston' }, deliveries: [], readAt: null }),
      notice({ coalescedInto: '0198d2a0-7c11-7000-8000-00000000000c', deliveries: [], readAt: null }),
    );
    expect(lines[0]).toContain('nobody in boston');
    expect(lines.at(-1)).toContain('told in the list of 0198d2a0-7c11-7000-8000-00000000000c');
    expect(trace()).toEqual(['chưa ai được báo / nobody was told']);
  });
});
