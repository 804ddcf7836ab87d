import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from './decide.ts';
import type { DossierCommand } from './dossier-command.ts';
import { isRefusal } from './refusal/refusal.ts';
import { noDossier, type Dossier } from './state/dossier.ts';
import { evolve } from './state/evolve.ts';
import { at, commune, context, district } from './testing/decision-context.ts';
import { received, submitted } from './testing/given.ts';
import { changes } from './testing/history.arbitraries.ts';

const numRuns = Number(process.env['MOTCUA_PROPERTY_RUNS'] ?? 200);
/** Approved and rejected by their number, which is another where events were taken back. */
const numbered = new Set(['approve-proposal', 'reject-proposal', 'propose-unit', 'correct', 'revert']);

/** Decides and applies; the same dossier where it is refused or there is nothing to do. */
function take(dossier: Dossier, command: DossierCommand, now: number): Dossier {
  const unit = command.type === 'reassign' ? district : commune;
  const decision = decide(dossier, command, context(now, { actor: 'clerk', unit }));
  return isRefusal(decision) ? dossier : decision.reduce(evolve, dossier);
}

/** What is known of a dossier, without what tells how it came to be known. */
function toPlain(dossier: Dossier): unknown {
  if (dossier.status === 'none') return dossier;
  const { version: _version, undo: _undo, revertedVersion: _reverted, ...known } = dossier;
  return known;
}

const slips = fc.record({
  history: changes,
  /** Of each change whether it was a slip, and after how long it is taken back. */
  undone: fc.array(fc.option(fc.integer({ min: 0, max: 5 * 60_000 }), { nil: undefined }), { minLength: 8, maxLength: 8 }),
  opening: fc.constantFrom(received, submitted),
});

describe('any history with events that were taken back', () => {
  it('leaves the dossier that the history without them leaves', () => {
    let count = 0;
    fc.assert(
      fc.property(slips, ({ history, undone, opening: [local, command] }) => {
        let now = at(local);
        const opened = take(noDossier, { ...command, occurredAt: now }, now);
        let slipped = opened;
        let flawless = opened;
        for (const [index, { after, command: change }] of history.entries()) {
          if (numbered.has(change.type)) continue;
          now += after;
          const done = { ...change, occurredAt: now } as DossierCommand;
          const before = slipped;
          slipped = take(slipped, done, now);
          const wait = undone[index];
          if (wait === undefined || slipped === before || slipped.status === 'none' || slipped.undo === undefined) {
            flawless = take(flawless, done, now);
          } else {
            now += wait;
            slipped = take(slipped, { type: 'revert', event: slipped.version, occurredAt: now }, now);
            count += 1;
          }
          expect(toPlain(slipped)).toEqual(toPlain(flawless));
        }
      }),
      { numRuns },
    );
    expect(count).toBeGreaterThan(numRuns / 10);
  });
});
