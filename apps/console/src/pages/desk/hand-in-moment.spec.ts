import { describe, expect, it } from '@jest/globals';
import { toHandInMoment } from './hand-in-moment.ts';

const at = (text: string): number => Date.parse(text);
const now = at('2026-11-27T10:00:20Z');

describe('the moment of a receipt', () => {
  it('is that of this clock where the server’s is near, or not known', () => {
    const preview = { receivedAt: '2026-11-27T09:59:50.000Z' };
    expect(toHandInMoment({ preview, previewedAt: at('2026-11-27T10:00:10Z'), now })).toBe('2026-11-27T10:00:20.000Z');
    expect(toHandInMoment({ preview: undefined, previewedAt: 0, now })).toBe('2026-11-27T10:00:20.000Z');
  });

  it('is set right where this clock goes wrong', () => {
    const preview = { receivedAt: '2026-11-27T08:00:10.000Z' };
    expect(toHandInMoment({ preview, previewedAt: at('2026-11-27T10:00:10Z'), now })).toBe('2026-11-27T08:00:20.000Z');
  });
});
