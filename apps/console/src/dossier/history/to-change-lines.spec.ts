import { expect, it } from '@jest/globals';
import { toChangedFields } from './to-change-lines.ts';

const of = (change: Record<string, unknown>) => toChangedFields({ change, occurredAt: '2026-11-26T03:00:00Z' });

it('an event tells what was before and after', () => {
  expect(of({ fromUnit: 'khai-xuan', toUnit: 'phong-tu-phap' })).toEqual([
    { field: 'unit', from: 'khai-xuan', to: 'phong-tu-phap' },
  ]);
  expect(of({ proposedMoment: { occurredAt: '2026-11-02T07:00:00Z' } })).toEqual([
    { field: 'occurredAt', from: '2026-11-26T03:00:00Z', to: '2026-11-02T07:00:00Z' },
  ]);
  const correction = { from: { receivedAt: 'a' }, to: { receivedAt: 'b' } };
  expect(of({ fields: [], proposedCorrection: correction })).toEqual([{ field: 'receivedAt', from: 'a', to: 'b' }]);
});

it('what the log names without values is named, and once', () => {
  const decision = { correction: { from: { endedAt: 'a' }, to: { endedAt: 'b' } } };
  expect(of({ fields: ['endedAt', 'channel'], decision })).toEqual([
    { field: 'endedAt', from: 'a', to: 'b' },
    { field: 'channel', from: undefined, to: undefined },
  ]);
  expect(of({})).toEqual([]);
});
