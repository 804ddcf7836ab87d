import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scheduleClock } from './scheduling/schedule-clock.ts';
import { toTargets } from './targets/to-targets.ts';
import { histories, ticksAfter } from './testing/history.arbitraries.ts';
import { expectAlerts } from './testing/model.ts';
import { play, Timer, type Learnt } from './testing/play.ts';
import { WalkedTime } from './testing/walked-time.ts';

const numRuns = Number(process.env['MOTCUA_PROPERTY_RUNS'] ?? 150);

const walked = new Map<string, WalkedTime>();
function timeOf({ clockContext: { calendar } }: Learnt): WalkedTime {
  const key = JSON.stringify(calendar.document);
  const known = walked.get(key) ?? new WalkedTime(calendar.document);
  walked.set(key, known);
  return known;
}

/** A history, and the moments at which the timer looks until everything has been fired. */
const lives = histories.chain((history) => {
  const start = history[0]?.occurredAt ?? 0;
  const end = (history.at(-1)?.learntAt ?? 0) + 60 * 24 * 3_600_000;
  return fc.record({ history: fc.constant(history), ticks: ticksAfter(start, end) });
});

describe('the clocks of any history', () => {
  it('fire what a model fires that asks every escalation step at every minute, whenever the timer looks', () => {
    fc.assert(
      fc.property(lives, ({ history, ticks }) => {
        const { fired, recovered } = play(history, ticks);
        const expected = expectAlerts(history, ticks, timeOf);
        const order = (list: readonly object[]): string[] => list.map((alerted) => JSON.stringify(alerted)).sort();
        expect(order(fired)).toEqual(order(expected.fired));
        expect(order(recovered)).toEqual(order(expected.recovered));
      }),
      { numRuns },
    );
  });

  it('fire each escalation step of a generation once, never of one that stands or is closed, and of those reached the highest', () => {
    fc.assert(
      fc.property(lives, ({ history, ticks }) => {
        const timer = new Timer();
        const alerted = new Set<string>();
        const looks = [...ticks];
        const look = (now: number): void => {
          const before = new Map(timer.clocks);
          const count = timer.fired.length;
          timer.tick(now);
          for (const { clock, generation, rung: escalation, folded: coalesced } of timer.fired.slice(count)) {
            const scheduled = before.get(clock);
            expect(scheduled).toMatchObject({ state: 'running', generation });
            const reached = scheduled?.schedule.filter(({ at }) => at <= now) ?? [];
            expect([...coalesced, escalation]).toEqual(reached.map((one) => one.rung));
            for (const id of [...coalesced, escalation]) {
              expect(alerted.has(`${clock} ${generation} ${id}`)).toBe(false);
              alerted.add(`${clock} ${generation} ${id}`);
            }
          }
        };
        for (const event of history) {
          while ((looks[0] ?? Infinity) < event.learntAt) look(looks.shift() ?? 0);
          timer.learn(event);
        }
        looks.forEach(look);
      }),
      { numRuns },
    );
  });

  it('warn of nothing that lay before the event that made the generation', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const timer = new Timer();
        for (const event of history) {
          for (const { scheduledAt, schedule } of timer.learn(event).clocks.values()) {
            for (const { kind, at } of schedule) if (kind !== 'breach') expect(at).toBeGreaterThan(scheduledAt);
          }
        }
      }),
      { numRuns },
    );
  });

  it('stay as they are when an event is learnt twice', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const timer = new Timer();
        for (const event of history) {
          timer.learn(event);
          // A hand-over is counted: who keeps the clocks learns each version of a dossier once.
          const again = event.name === 'transferred' ? { ...event, name: 'reassigned' } : event;
          for (const target of toTargets(event.dossier, timer.clocks, again, event.clockContext)) {
            const previous = timer.get(target.clock);
            expect(scheduleClock(previous, target, again, event.clockContext)).toEqual({
              clock: previous,
              changed: false,
              recovered: null,
            });
          }
        }
      }),
      { numRuns },
    );
  });

  it('come to the same generations, moments and states whether the timer looked or not', () => {
    fc.assert(
      fc.property(lives, ({ history, ticks }) => {
        const plain = (timer: Timer): unknown =>
          [...timer.clocks.values()].map(({ schedule: _told, breachedAt: _at, ...clock }) => clock);
        const last = history.at(-1)?.learntAt ?? 0;
        expect(
          plain(
            play(
              history,
              ticks.filter((tick) => tick < last),
            ),
          ),
        ).toEqual(plain(play(history, [])));
      }),
      { numRuns },
    );
  });
});
