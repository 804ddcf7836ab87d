import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from './decide.ts';
import type { DossierCommand } from './dossier-command.ts';
import type { DossierEvent } from './state/dossier-event.ts';
import { isRefusal } from './refusal/refusal.ts';
import { evolve } from './state/evolve.ts';
import { noDossier, type Dossier } from './state/dossier.ts';
import { apply, legacyAt, received, submitted } from './testing/given.ts';
import { changes, legacyHistories } from './testing/history.arbitraries.ts';
import { at, commune, context, district } from './testing/decision-context.ts';

const numRuns = Number(process.env['MOTCUA_PROPERTY_RUNS'] ?? 200);

const openings = fc.constantFrom(received, submitted);
const versionOf = (dossier: Dossier): number => (dossier.status === 'none' ? 0 : dossier.version);

/** Plays the commands and hands each step out: the dossier before, the command, what was decided. */
function play(
  [local, opening]: typeof received,
  rest: readonly { after: number; back: number; command: object }[],
  visit: (dossier: Dossier, command: DossierCommand, now: number) => DossierEvent[],
): void {
  let now = at(local);
  let dossier: Dossier = noDossier;
  for (const { after, back, command } of [{ after: 0, back: 0, command: opening }, ...rest]) {
    now += after;
    dossier = visit(dossier, { ...command, occurredAt: now - back } as DossierCommand, now).reduce(evolve, dossier);
  }
}

const decided = (dossier: Dossier, command: DossierCommand, now: number): DossierEvent[] => {
  // Whoever approves is another person; a proposed unit is the district.
  const actor = command.type === 'approve-proposal' ? 'head' : 'clerk';
  const unit = command.type === 'approve-proposal' || command.type === 'propose-unit' ? district : commune;
  const decision = decide(dossier, command, context(now, { actor, unit }));
  return isRefusal(decision) ? [] : decision;
};

describe('any history of commands', () => {
  it('is not changed by a command decided twice', () => {
    fc.assert(
      fc.property(openings, changes, (opening, rest) => {
        play(opening, rest, (dossier, command, now) => {
          const events = decided(dossier, command, now);
          if (events.length > 0) expect(decided(events.reduce(evolve, dossier), command, now)).toEqual([]);
          return events;
        });
      }),
      { numRuns },
    );
  });

  it('replays to the state it had, one version an event', () => {
    fc.assert(
      fc.property(openings, changes, (opening, rest) => {
        const history: DossierEvent[] = [];
        let live: Dossier = noDossier;
        play(opening, rest, (dossier, command, now) => {
          const events = decided(dossier, command, now);
          history.push(...events);
          live = events.reduce(evolve, dossier);
          expect(versionOf(live)).toBe(history.length);
          return events;
        });
        const stored = JSON.parse(JSON.stringify(history)) as DossierEvent[];
        expect(stored.reduce<Dossier>(evolve, noDossier)).toEqual(live);
      }),
      { numRuns },
    );
  });
});

describe('any legacy history', () => {
  it('is recorded event by event, and replays to the state it had', () => {
    fc.assert(
      fc.property(legacyHistories, (history) => {
        const events: DossierEvent[] = [];
        let live: Dossier = noDossier;
        for (const moment of history) {
          const decision = legacyAt(live, moment);
          live = apply(live, decision);
          if (!isRefusal(decision)) events.push(...decision);
        }
        expect(events).toHaveLength(history.length);
        expect(versionOf(live)).toBe(history.length);
        expect(events.reduce<Dossier>(evolve, noDossier)).toEqual(live);
      }),
      { numRuns },
    );
  });
});
