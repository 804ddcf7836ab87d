import { describe, expect, it } from '@jest/globals';
import { faults } from '../faults/faults.ts';
import { drawSchedule, LONGEST_LONG_MS, LONGEST_MS } from './draw-schedule.ts';

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);
const all = seeds.flatMap((seed) => faults.map(({ name }) => drawSchedule(seed, name)));

describe('drawSchedule', () => {
  it('draws the same from the same seed and class', () => {
    expect(drawSchedule(7, 'poison')).toEqual(drawSchedule(7, 'poison'));
    expect(drawSchedule(7, 'poison')).not.toEqual(drawSchedule(8, 'poison'));
  });

  it('is led by the class that is asked for, and by none that there is not', () => {
    expect(all.filter(({ led, faults: planned }) => planned[0]?.fault.name !== led)).toEqual([]);
    expect(() => drawSchedule(1, 'rain')).toThrow('No class of faults is called "rain"');
  });

  it('is over within its time, and works on after the last healing', () => {
    for (const schedule of all) {
      const healed = Math.max(...schedule.faults.map(({ atMs, forMs }) => atMs + forMs));
      expect(schedule.workMs).toBeGreaterThanOrEqual(healed + 2_000);
      const isLong = schedule.faults.some(({ fault }) => fault.isLong === true);
      expect(schedule.workMs).toBeLessThanOrEqual(isLong ? LONGEST_LONG_MS : LONGEST_MS);
    }
  });

  it('never has two faults of one thing, nor another one beside one that takes minutes', () => {
    for (const { faults: planned } of all) {
      const places = planned.map(({ fault, target }) => fault.on ?? target);
      expect(new Set(places).size).toBe(places.length);
      expect(planned.length === 1 || planned.every(({ fault }) => fault.isLong !== true)).toBe(true);
    }
  });

  it('has two or three at once in a third of the schedules at least', () => {
    const beside = all.map(({ faults: [first, ...others] }) => {
      const goneAt = (first?.atMs ?? 0) + (first?.forMs ?? 0);
      return others.filter(({ atMs }) => atMs >= (first?.atMs ?? 0) && atMs <= goneAt).length;
    });
    expect(beside.map((count, index) => count === (all[index]?.faults.length ?? 0) - 1)).not.toContain(false);
    expect(beside.filter((count) => count > 0).length / all.length).toBeGreaterThan(1 / 3);
    expect(beside.filter((count) => count === 2).length / all.length).toBeGreaterThan(1 / 20);
  });

  it('strikes every target of every class', () => {
    const struck = new Set(all.flatMap(({ faults: planned }) => planned.map(({ fault, target }) => `${fault.name} ${target}`)));
    const targets = faults.flatMap(({ name, targets: of }) => of.map((target) => `${name} ${target}`));
    expect(targets.filter((one) => !struck.has(one))).toEqual([]);
  });
});
