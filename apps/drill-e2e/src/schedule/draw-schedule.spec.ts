import { describe, expect, it } from '@jest/globals';
import { faults } from '../faults/faults.ts';
import { drawSchedule, LONGEST_MS } from './draw-schedule.ts';

const seeds = Array.from({ length: 200 }, (_, index) => index + 1);

describe('drawSchedule', () => {
  it('draws the same from the same seed', () => {
    expect(drawSchedule(7)).toEqual(drawSchedule(7));
    expect(drawSchedule(7)).not.toEqual(drawSchedule(7 + faults.length));
  });

  it('lets each class lead in its turn', () => {
    expect(seeds.slice(0, faults.length).map((seed) => drawSchedule(seed).faults[0]?.fault.name)).toEqual(
      faults.map(({ name }) => name),
    );
  });

  it('is over within its time, and works on after the last healing', () => {
    for (const schedule of seeds.map(drawSchedule)) {
      const healed = Math.max(...schedule.faults.map(({ atMs, forMs }) => atMs + forMs));
      expect(schedule.workMs).toBeGreaterThanOrEqual(healed + 2_000);
      expect(schedule.workMs).toBeLessThanOrEqual(LONGEST_MS);
    }
  });

  it('never has two faults of one thing', () => {
    for (const { faults: planned } of seeds.map(drawSchedule)) {
      const places = planned.map(({ fault, target }) => fault.on ?? target);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('strikes every target of every class', () => {
    const struck = new Set(
      seeds.flatMap((seed) => drawSchedule(seed).faults.map(({ fault, target }) => `${fault.name} ${target}`)),
    );
    const all = faults.flatMap(({ name, targets }) => targets.map((target) => `${name} ${target}`));
    expect(all.filter((one) => !struck.has(one))).toEqual([]);
  });
});
