import type { Board } from '@motcua/contracts';
import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { LiveFigures } from './live-figures.ts';
import type { LiveState } from './live-view.ts';
import { toLiveLines } from './to-live-lines.ts';

const now = Date.parse('2026-11-24T03:00:00Z');
const board = (rows: Record<string, number>): Board => ({
  unit: 'phu-tho',
  period: { from: '2026-11-24', to: '2026-11-24' },
  by: null,
  asOf: '2026-11-24T03:00:00.000Z',
  parked: 2,
  freshness: { lag: 3, lagReadAt: null, projectedAt: '2026-11-24T02:59:58.000Z' },
  rows: Object.entries(rows).map(([key, received]) => ({
    key,
    indicators: { received: { version: 1, numerator: null, denominator: null, value: received } },
  })),
});
const state = (boards: LiveState['boards'], connected = true): LiveState => ({
  boards,
  connected,
  gatewayUrl: 'http://127.0.0.1:8080',
  eventsPerSecond: 1.25,
  nextChangeAt: '2026-11-24T04:30:00.000Z',
});
const print = (shown: LiveState, figures: LiveFigures, at = now): string =>
  toLiveLines(shown, figures, at).map(stripVTControlCharacters).join('\n');

describe('the live screen', () => {
  it('marks a figure that moved, and lets the mark fade', () => {
    const figures = new LiveFigures();
    const first = board({ 'phu-tho': 7 });
    const second = board({ 'phu-tho': 8 });
    figures.take('today', first, now - 60_000);

    expect(figures.take('today', first, now)).toBe(false);
    expect(figures.take('today', second, now)).toBe(true);
    expect(print(state({ today: second }), figures)).toContain('▲ 8');
    expect(print(state({ today: second }), figures, now + 5_000)).not.toContain('▲');
    expect(figures.isGlowing(now + 100)).toBe(true);
    expect(figures.isGlowing(now + 5_000)).toBe(false);
  });

  it('says how fresh it is, what is parked and when time alone will move it', () => {
    const screen = print(state({ today: board({ 'phu-tho': 7 }) }), new LiveFigures());

    expect(screen).toContain('3 sự kiện chờ / events to project');
    expect(screen).toContain('last projected 2 s ago');
    expect(screen).toContain('2 gác lại / parked');
    expect(screen).toContain('1.3 sự kiện/giây');
    expect(screen).toContain('next due 2026-11-24T04:30Z');
  });

  it('takes freshness from the board that came last', () => {
    const today = board({ 'phu-tho': 7 });
    const later = { ...board({ 'thanh-ba': 9 }), asOf: '2026-11-24T03:00:01.000Z', freshness: { ...today.freshness, lag: 41 } };

    expect(print(state({ today, thanhBa: later }), new LiveFigures())).toContain('41 sự kiện chờ');
    expect(
      print(state({ today: { ...later, freshness: { ...later.freshness, lag: 5 } }, thanhBa: today }), new LiveFigures()),
    ).toContain('5 sự kiện chờ');
  });

  it('shows communes by name and says when the stream is being opened again', () => {
    const figures = new LiveFigures();
    const communes = board({ 'xa-thanh-ba': 3 });
    communes.rows = communes.rows.map((row) => ({ ...row, name: { vi: 'Xã Thanh Ba' } }));
    figures.take('todayCommunes', communes, now);
    const screen = print(state({ todayCommunes: communes }, false), figures);

    expect(screen).toMatch(/Xã Thanh Ba.*3/);
    expect(screen).toContain('reconnecting');
  });

  it('says what is arriving while it does, and is a line longer only then', () => {
    const shown = state({ today: board({ 'phu-tho': 7 }) });
    const arriving = print({ ...shown, arriving: 'the Thanh Ba scenario · 12,000 of 24,033 dossiers' }, new LiveFigures()).split(
      '\n',
    );
    const arrived = print(shown, new LiveFigures()).split('\n');

    expect(arriving[1]).toBe('đang nạp / arriving: the Thanh Ba scenario · 12,000 of 24,033 dossiers');
    expect(arriving.toSpliced(1, 1)).toEqual(arrived);
  });
});
