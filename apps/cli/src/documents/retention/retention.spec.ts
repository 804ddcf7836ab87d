import type { RetentionRun } from '@motcua/contracts';
import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { toRetentionLines } from './retention-lines.ts';

const file = (rest: Partial<RetentionRun['files'][number]> = {}): RetentionRun['files'][number] => ({
  fileId: '0198d2a0-7c11-7000-8000-000000000002',
  dossierId: '0198d2a0-7c11-7000-8000-000000000001',
  part: 'component',
  partCode: 'to-khai',
  sha256: 'a'.repeat(64),
  bytes: 12_345,
  heldBy: null,
  purpose: 'component',
  contentErased: true,
  keptUntil: '2026-01-31T00:00:00.000Z',
  ...rest,
});
const run = (rest: Partial<RetentionRun> = {}): RetentionRun => ({
  runId: null,
  dryRun: true,
  at: '2026-11-25T01:00:00.000Z',
  files: [file()],
  applicantRefs: 3,
  more: false,
  ...rest,
});
const textOf = (one: RetentionRun): string => stripVTControlCharacters(toRetentionLines(one).join('\n')).replace(/ {2,}/g, ' | ');

describe('a run of retention', () => {
  it('that is only looked at says what would go', () => {
    const text = textOf(run());
    expect(text).toContain('1 tệp / files sẽ xóa / would be erased · 3 tham chiếu người nộp / references to applicants sẽ quên');
    expect(text).toContain('component to-khai | component | 2026-01-31 | 12,345 | sẽ xóa / to be erased');
    expect(text).not.toContain('đã xóa');
  });

  it('says what went, what another file still needs, and that there is more', () => {
    const elsewhere = file({ partCode: 'xac-nhan', sha256: null, bytes: null, heldBy: 'kho-tinh' });
    const files = [file(), file({ part: 'result', partCode: 'giay', contentErased: false }), elsewhere];
    const text = textOf(run({ runId: 'run-1', dryRun: false, files, more: true }));
    expect(text).toContain('3 tệp / files đã xóa / erased');
    expect(text).toContain('component xac-nhan | component | 2026-01-31 | – | kho-tinh còn giữ / keeps it');
    expect(text).toContain('run run-1');
    expect(text).toContain('result giay | component | 2026-01-31 | 12,345 | hồ sơ khác còn giữ / another file still needs it');
    expect(text).toContain('run again');
  });

  it('with nothing to erase shows no table', () => {
    expect(textOf(run({ files: [], applicantRefs: 0 })).split('\n')).toHaveLength(1);
  });
});
