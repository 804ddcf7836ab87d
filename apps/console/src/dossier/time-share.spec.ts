import { expect, it } from '@jest/globals';
import { toShareLeft } from './time-share.ts';

const dossier = (amount: number, unit: 'working-day' | 'working-hour' | 'calendar-day') => ({
  limit: { amount, unit },
  receivedAt: '2026-11-01T00:00:00Z',
  currentDue: '2026-11-11T00:00:00Z',
});

it('the share of a limit that is left is counted in its own unit', () => {
  expect(toShareLeft(dossier(2, 'working-day'), 240, 0)).toBe(0.25);
  expect(toShareLeft(dossier(4, 'working-hour'), 60, 0)).toBe(0.25);
  expect(toShareLeft(dossier(10, 'calendar-day'), 1, Date.parse('2026-11-06T00:00:00Z'))).toBe(0.5);
});

it('the share is never more than all, nor less than nothing', () => {
  expect(toShareLeft(dossier(1, 'working-day'), 960, 0)).toBe(1);
  expect(toShareLeft(dossier(1, 'working-day'), -30, 0)).toBe(0);
  expect(toShareLeft(dossier(0, 'working-day'), 120, 0)).toBe(0.25);
});

it('without a limit there is no share', () => {
  expect(toShareLeft({ limit: null, receivedAt: null, currentDue: null }, 60, 0)).toBeUndefined();
});
