import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from './decide.ts';
import type { DossierCommand } from './dossier-command.ts';
import { isRefusal } from './refusal/refusal.ts';
import { noDossier, type Dossier } from './state/dossier.ts';
import { evolve } from './state/evolve.ts';
import { at, context } from './testing/decision-context.ts';
import { submitted } from './testing/given.ts';
import { changes } from './testing/history.arbitraries.ts';

const numRuns = Number(process.env['MOTCUA_PROPERTY_RUNS'] ?? 200);
/** They say other things of the dossier than what happens to it. */
const others = new Set(['correct', 'propose-unit', 'approve-proposal', 'reject-proposal', 'reassign']);

function take(dossier: Dossier, command: DossierCommand, now: number): Dossier {
  const decision = decide(dossier, command, context(now, { actor: 'clerk' }));
  return isRefusal(decision) ? dossier : decision.reduce(evolve, dossier);
}

const [local, opening] = submitted;
const start = at(local);
const open = (): Dossier => take(noDossier, { ...opening, occurredAt: start }, start);

describe('whatever happens to a submission before its receipt', () => {
  it('promises nothing, ends nothing, and leaves no trace on a due moment when it is received', () => {
    let received = 0;
    fc.assert(
      fc.property(changes, (rest) => {
        let now = start;
        let dossier = open();
        for (const { after, command } of rest.filter(({ command: { type } }) => !others.has(type) && type !== 'accept')) {
          now += after;
          dossier = take(dossier, { ...command, occurredAt: now }, now);
          expect(dossier).toMatchObject({ receipt: null, end: null, pauses: [], supplementRequests: [], findings: [] });
          expect(Object.values((dossier as Exclude<Dossier, { status: 'none' }>).clock.lateFrom)).toEqual([null, null, null]);
        }
        const accept = { type: 'accept', limit: null, officer: null, occurredAt: now } as const;
        const [eventful, plain] = [take(dossier, accept, now), take(open(), accept, now)];
        if (eventful.status !== 'received' || plain.status !== 'received') return;
        received += 1;
        expect(eventful.clock).toEqual(plain.clock);
        expect(eventful.pauses).toEqual([]);
      }),
      { numRuns },
    );
    expect(received).toBeGreaterThan(numRuns / 10);
  });
});
