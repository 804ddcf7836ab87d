import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Sightings, type Sighting } from './sightings.ts';

const apartMs = 200;
/** Looks at one member: [moment, nobody holds the lock] */
const look = (looks: readonly (readonly [number, boolean])[], sightings = new Sightings(apartMs)): Sighting[] =>
  looks.map(([atMs, isFree]) => sightings.note('m', isFree, atMs));

describe('what is seen of a lock', () => {
  it('is a death where it was held and then twice was not, some time apart', () => {
    const looks = [
      [0, false],
      [250, true],
      [449, true],
      [500, true],
    ] as const;
    expect(look(looks)).toEqual(['alive', 'missing', 'missing', 'dead']);
  });

  it('is none where it is held again at the second look', () => {
    const looks = [
      [0, false],
      [250, true],
      [500, false],
      [750, true],
    ] as const;
    expect(look(looks)).toEqual(['alive', 'missing', 'alive', 'missing']);
  });

  it('is none where it was never held', () => {
    const looks = [
      [0, true],
      [250, true],
      [10_000, true],
    ] as const;
    expect(look(looks)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('counts for nobody who was no member in between', () => {
    const sightings = new Sightings(apartMs);
    look([[0, false]], sightings);
    sightings.retain(new Set(['other']));
    expect(look([[250, true]], sightings)).toEqual(['unknown']);
  });

  it('of several members is each one’s own', () => {
    const sightings = new Sightings(apartMs);
    look([[0, false]], sightings);
    expect(sightings.note('other', true, 250)).toBe('unknown');
  });

  it('is a death never sooner than the looks are apart, and never without one that found the lock held', () => {
    const looks = fc.array(fc.record({ pauseMs: fc.integer({ min: 0, max: 400 }), isFree: fc.boolean() }), { maxLength: 30 });
    fc.assert(
      fc.property(looks, (drawn) => {
        let atMs = 0;
        const timed = drawn.map(({ pauseMs, isFree }) => [(atMs += pauseMs), isFree] as const);
        const said = look(timed);
        for (const [index, sighting] of said.entries()) {
          // Asked the other way round: everything since the last moment at which it was held.
          const until = timed.slice(0, index + 1);
          const lastHeld = until.findLastIndex(([, isFree]) => !isFree);
          const free = until.slice(lastHeld + 1).map(([moment]) => moment);
          const isDead = lastHeld >= 0 && free.length > 1 && (free.at(-1) ?? 0) - (free[0] ?? 0) >= apartMs;
          expect(sighting === 'dead').toBe(isDead);
        }
      }),
    );
  });
});
