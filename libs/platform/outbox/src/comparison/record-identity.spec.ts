import { describe, expect, it } from '@jest/globals';
import { identify, summarize } from './record-identity.ts';

const event = (more: object = {}, data: object = {}) =>
  JSON.stringify({
    ...{
      id: 'd/5',
      source: 'urn:motcua:dossier-intake',
      type: 'vn.motcua.dossier.processed.v1',
      time: '2026-03-02T08:00:00.000Z',
      ...more,
    },
    data: { dossierVersion: 5, recordedAt: '2026-03-02T08:00:01.000Z', ...data },
  });

describe('identify', () => {
  it('knows an event again that another release writes with more in it', () => {
    expect(identify('t', 'd', event({}, { more: 1 }))).toBe(identify('t', 'd', event()));
  });

  it.each([
    ['written anew under the same number', event({}, { recordedAt: '2026-03-02T09:30:00.000Z' })],
    ['of another moment', event({ time: '2026-03-02T09:30:00.000Z' })],
    ['of another kind', event({ type: 'vn.motcua.dossier.refused.v1' })],
  ])('does not take one for it that is %s', (_what, other) => {
    expect(identify('t', 'd', other)).not.toBe(identify('t', 'd', event()));
  });

  it('tells topics and keys apart, and takes what is no event whole', () => {
    const identities = [
      identify('t', 'd', event()),
      identify('u', 'd', event()),
      identify('t', 'e', event()),
      identify('t', 'd', 'x'),
      identify('t', 'd', 'y'),
    ];
    expect(new Set(identities).size).toBe(5);
    expect(identify('t', 'd', 'null')).not.toBe(identify('t', 'd', '[]'));
  });
});

describe('summarize', () => {
  it('says which event it is and when it was, and nothing that people wrote', () => {
    expect(summarize(event({}, { applicant: 'Nguyễn Thị Hoa' }))).toEqual({
      eventId: 'd/5',
      type: 'vn.motcua.dossier.processed.v1',
      version: 5,
      occurredAt: '2026-03-02T08:00:00.000Z',
      recordedAt: '2026-03-02T08:00:01.000Z',
    });
    expect(summarize('no event')).toEqual({ eventId: null, type: null, version: null, occurredAt: null, recordedAt: null });
  });
});
