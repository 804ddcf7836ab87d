import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { KnownDossier, Pause } from '../state/dossier.ts';
import { noDossier, type Dossier } from '../state/dossier.ts';
import { apply, legacyAt, type LegacyMoment } from '../testing/given.ts';
import { legacyHistories, moments } from '../testing/history.arbitraries.ts';

const numRuns = Number(process.env['MOTCUA_PROPERTY_RUNS'] ?? 400);

const cut = (instant: number, ms: number): number => Math.floor(instant / ms) * ms;

/** The plain formula: our own due moments are minutes, supplied ones seconds, and so is the second request's moment. */
function isInTime(moment: number, due: number | null, isToTheSecond: boolean): boolean {
  return due === null || (isToTheSecond ? cut(moment, 1000) <= cut(due, 1000) : cut(moment, 60_000) <= due);
}

function isBySecond(dossier: KnownDossier, due: number | null): boolean {
  const second = dossier.supplementRequests.toSorted((left, right) => left - right)[1];
  return dossier.clock.dueSupplied || due === second;
}

/** Where a supplement is open at `moment`, its request stands in its place. */
function inPlaceOf(moment: number, pauses: readonly Pause[]): number {
  const open = pauses.filter(({ reason, from, to }) => reason === 'supplement' && from <= moment && (to === null || moment < to));
  return Math.min(moment, ...open.map(({ from }) => from));
}

const play = (history: readonly LegacyMoment[]): KnownDossier =>
  history.reduce<Dossier>((dossier, moment) => apply(dossier, legacyAt(dossier, moment)), noDossier) as KnownDossier;

/** Around the moments where something changes, and anywhere. */
function aim(dossier: KnownDossier, anywhere: readonly number[]): readonly number[] {
  const { originalDue, currentDue, due766 } = dossier.clock;
  const edges = [originalDue, currentDue, due766, ...dossier.pauses.flatMap(({ from, to }) => [from, to])].filter(
    (edge) => edge !== null,
  );
  return [
    ...anywhere,
    ...edges.flatMap((edge) => [-60_000, -1000, -1, 0, 1, 999, 1000, 1001, 59_999, 60_000, 60_001].map((by) => edge + by)),
  ];
}

describe('lateFrom', () => {
  it('of an unfinished dossier says what the plain formulas say at any moment', () => {
    fc.assert(
      fc.property(legacyHistories, fc.array(moments, { maxLength: 8 }), (history, anywhere) => {
        const dossier = play(history.filter(([, { type }]) => !['processed', 'returned', 'stopped', 'refused'].includes(type)));
        const { clock, pauses, extensions } = dossier;
        for (const moment of aim(dossier, anywhere)) {
          const present = inPlaceOf(moment, pauses);
          const late = (from: number | null): boolean => from !== null && moment >= from;
          expect(late(clock.lateFrom.set766)).toBe(!isInTime(present, clock.due766, isBySecond(dossier, clock.due766)));
          expect(late(clock.lateFrom.original)).toBe(!isInTime(present, clock.originalDue, clock.dueSupplied));
          const isSupplied = clock.dueSupplied && extensions.length === 0;
          if (extensions.length === 0) expect(late(clock.lateFrom.current)).toBe(!isInTime(moment, clock.currentDue, isSupplied));
        }
      }),
      { numRuns },
    );
  });

  it('of an ended dossier is reached by the end exactly where the end misses the due moment', () => {
    fc.assert(
      fc.property(legacyHistories, (history) => {
        const dossier = play(history);
        fc.pre(dossier.end !== null);
        const { clock, end, extensions } = dossier;
        const late = (from: number | null): boolean => from !== null && end.at >= from;
        expect(late(clock.lateFrom.set766)).toBe(!isInTime(end.at, clock.due766, isBySecond(dossier, clock.due766)));
        expect(late(clock.lateFrom.original)).toBe(!isInTime(end.at, clock.originalDue, clock.dueSupplied));
        if (extensions.length === 0)
          expect(late(clock.lateFrom.current)).toBe(!isInTime(end.at, clock.currentDue, clock.dueSupplied));
      }),
      { numRuns },
    );
  });
});
