import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  countComponents,
  countReused,
  decide,
  evolve,
  isDigitized,
  isRefusal,
  noDigitization,
  sentences,
  type Digitization,
  type DigitizationCommand,
} from './index.ts';
import { command } from './testing/digitization.arbitraries.ts';

const history = fc.array(command, { maxLength: 30 });

function play(
  commands: readonly DigitizationCommand[],
  onStep: (before: Digitization, after: Digitization, it: DigitizationCommand) => void,
) {
  let state: Digitization = noDigitization;
  for (const it of commands) {
    const decision = decide(state, it);
    const after = isRefusal(decision) ? state : decision.reduce(evolve, state);
    onStep(state, after, it);
    state = after;
  }
  return state;
}

describe('any history of documents', () => {
  it('changes nothing when a command that was taken comes again', () => {
    fc.assert(
      fc.property(history, (commands) => {
        play(commands, (before, after, it) => {
          const again = decide(after, it);
          // A checked scan is gone: checking it again finds nothing.
          if (isRefusal(decide(before, it))) return;
          expect(isRefusal(again) ? again.refused : again).toEqual(
            it.type === 'check' && it.faults.length > 0 ? 'scan.nothing-to-check' : [],
          );
        });
      }),
    );
  });

  it('keeps listed = asked + exempt and asked = digitized + reused + missing, and 4.2 as its definition says', () => {
    fc.assert(
      fc.property(history, (commands) => {
        play(commands, (_before, after) => {
          if (after.status === 'none') return;
          const { listed, asked, exempt, digitized, reused, reusedComponent, reusedResult, missing } = countComponents(
            after.components,
          );
          expect([listed, asked, reused]).toEqual([asked + exempt, digitized + reused + missing, reusedComponent + reusedResult]);
          expect(countReused(after)).toBe(reused);
          // The definition again, in words: no component without a file that needs one, and a file on every result of at least one.
          const bare = after.components.some(({ status }) => status === 'not-digitized');
          const results = after.results.map(({ files }) => files.length > 0);
          expect(isDigitized(after)).toBe(!bare && results.includes(true) && !results.includes(false));
          expect(after.digitizedAt !== null).toBe(isDigitized(after));
        });
      }),
    );
  });

  it('counts as digitized from the latest moment of all that was told up to then, whatever order it was told in', () => {
    fc.assert(
      fc.property(history, (commands) => {
        let latest = 0;
        play(commands, (before, after, it) => {
          if (after.status === 'none' || (before.status === 'open' && before.version === after.version)) return;
          latest = Math.max(latest, it.occurredAt);
          const wasDigitized = before.status === 'open' && isDigitized(before);
          if (isDigitized(after) && !wasDigitized) expect(after.digitizedAt).toBe(latest);
        });
      }),
    );
  });

  it('grows its version by one an event, and never lets a document for which no scan may be made get a file', () => {
    fc.assert(
      fc.property(history, (commands) => {
        let events = 0;
        const last = play(commands, (before, after, it) => {
          const decision = decide(before, it);
          events += isRefusal(decision) ? 0 : decision.length;
          if (isRefusal(decision)) expect(sentences).toHaveProperty([decision.refused]);
          if (after.status === 'open')
            expect(after.components.find(({ code }) => code === 's')?.status ?? 'exempt').toBe('exempt');
        });
        expect(last.status === 'none' ? 0 : last.version).toBe(events);
      }),
    );
  });
});
