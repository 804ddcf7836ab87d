import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, clockContext, workingDays } from '../testing/clock-scenario.ts';
import { alertsOf, due, stateOf, toCome } from '../testing/given.ts';
import { histories, ticksAfter } from '../testing/history.arbitraries.ts';
import { play, Timer, type Fired, type Learnt } from '../testing/play.ts';

const numRuns = Number(process.env['MOTCUA_PROPERTY_RUNS'] ?? 150);
const MINUTE_MS = 60_000;

/** Whoever did these may take them back. */
const irrevertible = new Set(['submitted', 'received', 'redated', 'corrected']);

const targetsOf = ({ clocks }: Timer, of: Timer): unknown =>
  [...clocks.values()]
    .filter(({ clock }) => of.clocks.has(clock))
    .map(({ generation: _generation, scheduledAt: _at, because: _name, schedule: _toCome, ...target }) => target);
const named = (fired: readonly Fired[]): string[] =>
  fired.flatMap(({ clock, rung, folded }) => [...folded, rung].map((one) => `${clock} ${one}`)).sort();

/** A history whose last event is a slip, how long until it is taken back, and when the timer looks: before it and after that. */
const slips = histories
  .filter((history) => history.length > 1 && !irrevertible.has(history.at(-1)?.name ?? ''))
  .chain((history) => {
    const start = history[0]?.occurredAt ?? 0;
    const end = (history.at(-1)?.learntAt ?? 0) + 60 * 24 * 60 * MINUTE_MS;
    return fc.record({
      history: fc.constant(history),
      wait: fc.integer({ min: 0, max: 5 * MINUTE_MS }),
      ticks: ticksAfter(start, end),
    });
  });

describe('an event taken back', () => {
  it('leaves clocks that run to what they ran to, and fire what they would have fired', () => {
    fc.assert(
      fc.property(slips, ({ history, wait, ticks }) => {
        const slip = history.at(-1)!;
        const back = slip.learntAt + wait;
        const earlier = ticks.filter((tick) => tick < slip.learntAt);
        const later = ticks.filter((tick) => tick > back);
        const flawless = play(history.slice(0, -1), earlier);
        const slipped = play(history.slice(0, -1), earlier);
        const before = new Map(slipped.clocks);
        slipped.learn(slip).takeBack(before, { ...slip, occurredAt: back, learntAt: back });
        const toldOver = slipped.recovered.slice(flawless.recovered.length).map(({ clock }) => `${clock} breach`);

        for (const tick of later) {
          flawless.tick(tick);
          slipped.tick(tick);
        }
        expect(targetsOf(slipped, flawless)).toEqual(targetsOf(flawless, flawless));
        // A breach that was told to be over is told anew, which is what it is.
        expect(named(slipped.fired)).toEqual([...named(flawless.fired), ...toldOver].sort());
      }),
      { numRuns },
    );
  });

  it('lets a breach be told that fell into the minutes between', () => {
    const timer = new Timer().learn(open).tick(at('2026-03-05 09:00'));
    takenBack(timer, '2026-03-05 10:00', '2026-03-05 10:04').tick(at('2026-03-05 10:05'));
    expect(timer.get('dossier')).toMatchObject({ state: 'running', breachedAt: at('2026-03-05 10:01'), because: 'reverted' });
    expect(alertsOf(timer, 'dossier').at(-1)).toBe('3 breach');
  });

  it('lets a breach be told again of which it was told that it is over', () => {
    const timer = new Timer().learn(open).tick(at('2026-03-05 10:02'));
    takenBack(timer, '2026-03-05 10:03', '2026-03-05 10:04');
    expect(timer.get('dossier')).toMatchObject({ state: 'running', breachedAt: null });
    timer.tick(at('2026-03-05 10:05'));
    expect(timer.recovered.filter(({ clock }) => clock === 'dossier')).toHaveLength(1);
    expect(alertsOf(timer, 'dossier')).toEqual(['1 breach (half, one-day-before, four-fifths, four-hours-before)', '3 breach']);
    expect(toCome(timer, 'dossier')).toEqual(['one-day-after 2026-03-06 10:00', 'three-days-after 2026-03-10 10:00']);
  });

  it('leaves a clock alone that it did not touch', () => {
    const timer = new Timer().learn(open);
    const before = new Map(timer.clocks);
    const handedOver = { ...open, name: 'transferred', ...moment('2026-03-02 14:00'), dossier: { ...open.dossier, status: 4 } };
    timer.learn(handedOver).takeBack(before, { ...handedOver, ...moment('2026-03-02 14:01') });
    expect(timer.get('dossier')).toBe(before.get('dossier'));
    expect([stateOf(timer, 'transfer'), stateOf(timer, 'step')]).toEqual([
      'running → 2026-03-02 17:00',
      'running → 2026-03-03 08:30',
    ]);
  });
});

const moment = (local: string) => ({ occurredAt: at(local), learntAt: at(local) });

/** Received on Monday morning for three working days. */
const open: Learnt = {
  name: 'received',
  ...moment('2026-03-02 10:00'),
  clockContext,
  dossier: {
    status: 2,
    submittedAt: null,
    receivedAt: at('2026-03-02 10:00'),
    limit: workingDays(3),
    ...due('2026-03-05 10:00'),
    dueSupplied: false,
    pauses: [],
    submissionPauses: [],
    extensionCount: 0,
    apology: null,
    endedAt: null,
  },
};

/** It was processed, which was a slip. */
function takenBack(timer: Timer, processed: string, back: string): Timer {
  const before = new Map(timer.clocks);
  const dossier = { ...open.dossier, status: 9, endedAt: at(processed) };
  timer.learn({ ...open, name: 'processed', ...moment(processed), dossier });
  return timer.takeBack(before, { ...moment(back), clockContext });
}
