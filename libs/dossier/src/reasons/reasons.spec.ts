import { describe, expect, it } from '@jest/globals';
import type { Reason } from './reason.ts';
import { createReasons } from './reasons.ts';

const always = { validFrom: '1900-01-01', validTo: null };
const documents: Reason[] = [
  {
    code: 'components-missing',
    commands: ['refuse', 'request-supplement'],
    asksText: false,
    legacyCodes: [{ source: 'urn:a', code: 'TP01' }, { code: 'missing-copy' }],
    ...always,
  },
  { code: 'workload', commands: ['extend'], asksText: false, validFrom: '2020-01-01', validTo: '2025-06-30' },
  { code: 'other', commands: ['refuse', 'extend'], asksText: true, ...always },
  { code: 'unspecified', commands: [], asksText: false, ...always },
];
const reasons = createReasons(documents);
const given = { command: 'refuse', code: 'components-missing', text: undefined, date: '2026-11-27' };

describe('the reason of a command', () => {
  it('is one of the catalogue’s for that command', () => {
    expect(reasons.check(given)).toBeUndefined();
    expect(reasons.check({ ...given, command: 'extend' })).toMatchObject({ code: 'command.reason-unknown', about: 'other' });
  });

  it('holds on that day', () => {
    const extended = { ...given, command: 'extend', code: 'workload' };
    expect(reasons.check({ ...extended, date: '2025-06-30' })).toBeUndefined();
    expect(reasons.check({ ...extended, date: '2025-07-01' })).toMatchObject({ code: 'command.reason-unknown' });
  });

  it('is named by the codes there are, and never by what was written', () => {
    const refusal = reasons.check({ ...given, code: 'Bà Nguyễn Thị Hoa 0912345678' });
    expect(refusal).toMatchObject({ about: 'components-missing, other' });
    expect(JSON.stringify(refusal)).not.toContain('Hoa');
  });

  it('is said in words where it asks for them', () => {
    const missing = { code: 'command.reason-text-missing', about: 'reasonText' };
    expect(reasons.check({ ...given, code: 'other' })).toMatchObject(missing);
    expect(reasons.check({ ...given, code: 'other', text: '  ' })).toMatchObject(missing);
    expect(reasons.check({ ...given, code: 'other', text: 'Thiếu chữ ký' })).toBeUndefined();
  });
});

describe('what a legacy system wrote as a reason', () => {
  it('is mapped: for its source before any, without regard to case and outer spaces', () => {
    expect(reasons.mapLegacy('urn:a', ' tp01 ')).toEqual({ code: 'components-missing', original: undefined });
    expect(reasons.mapLegacy('urn:b', 'missing-copy')).toEqual({ code: 'components-missing', original: undefined });
    expect(reasons.mapLegacy('urn:b', 'Unspecified')).toEqual({ code: 'unspecified', original: undefined });
  });

  it('is another reason where nothing stands for it, and what was written stays apart', () => {
    expect(reasons.mapLegacy('urn:b', 'TP01')).toEqual({ code: 'other', original: 'TP01' });
    expect(reasons.mapLegacy('urn:a', 'Ông A vắng nhà')).toEqual({ code: 'other', original: 'Ông A vắng nhà' });
  });
});
