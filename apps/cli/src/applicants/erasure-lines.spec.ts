import type { ApplicantErasure } from '@motcua/contracts';
import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { toErasureLines, toListLines } from './erasure-lines.ts';

const waiting: ApplicantErasure = {
  dossierId: '0198d2a0-7c11-7000-8000-000000000001',
  state: 'waiting',
  ground: 'applicant-asked',
  askedBy: 'nv-1',
  askedAt: '2026-11-25T01:00:00.000Z',
  decidedBy: null,
  decidedAt: null,
};
const textOf = (lines: readonly string[]): string => stripVTControlCharacters(lines.join('\n'));

describe('the erasure of an applicant’s data', () => {
  it('that waits names the command by which somebody else approves it', () => {
    expect(textOf(toErasureLines(waiting))).toContain(`motcua applicant approve ${waiting.dossierId}`);
  });

  it('that waits names the command by which whoever asked takes it back', () => {
    expect(textOf(toErasureLines(waiting))).toContain(`motcua applicant take-back ${waiting.dossierId}`);
    expect(textOf(toErasureLines({ ...waiting, state: 'taken-back' }))).toContain('đã rút lại');
  });

  it('that was rejected says why the data are kept', () => {
    expect(textOf(toErasureLines({ ...waiting, state: 'rejected', reason: 'kept-by-law' }))).toContain('pháp luật yêu cầu');
  });

  it('that was decided on says how, and asks for nothing', () => {
    const decided = { ...waiting, decidedBy: 'tp-1', decidedAt: waiting.askedAt };
    expect(textOf(toErasureLines({ ...decided, state: 'erased' }))).toContain('đã xóa dữ liệu cá nhân');
    expect(textOf(toErasureLines({ ...decided, state: 'rejected' }))).not.toContain('motcua');
  });

  it('is listed with who asked', () => {
    expect(textOf(toListLines([waiting], 'waiting'))).toContain('nv-1');
    expect(toListLines([], 'erased')).toHaveLength(1);
  });
});
