import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BruteForce } from '../testing/brute-force.ts';
import { calendars, requests } from '../testing/due.arbitraries.ts';
import { getCalendar } from '../testing/vietnam-time.ts';
import { addPauses, dueMoment } from './due-moment.ts';

const numRuns = Number(process.env['MOTCUA_PROPERTY_RUNS'] ?? 150);

describe('due moments, against a brute force that walks every minute', () => {
  it('agrees on random calendars, zones, limits and pauses', () => {
    fc.assert(
      fc.property(calendars, fc.array(requests, { minLength: 4, maxLength: 4 }), (document, asked) => {
        const calendar = getCalendar(document);
        const oracle = new BruteForce(document);
        for (const request of asked) {
          const due = dueMoment(calendar, request);
          expect(due.ok ? due.dueAt : due.error).toBe(oracle.due(request));
        }
      }),
      { numRuns },
    );
  });

  it('moves an extended due as it moves the same due given', () => {
    fc.assert(
      fc.property(calendars, requests, fc.integer({ min: 1, max: 20_000 }), (document, request, minutesLater) => {
        const calendar = getCalendar(document);
        const { receivedAt, limit, pauseRule = 'subtract' } = request;
        const promised = dueMoment(calendar, { receivedAt, limit });
        const pauses = (request.pauses ?? []).filter(({ from }) => from > receivedAt);
        if (!promised.ok || promised.dueAt === null) throw new Error('Every request of the generator can be met.');
        const newDue = promised.dueAt + minutesLater * 1000;
        const extended = dueMoment(calendar, { receivedAt, limit, pauseRule, pauses, extensions: [{ newDue, at: receivedAt }] });
        expect(extended).toEqual(
          addPauses(calendar, { due: newDue, limit, start: receivedAt, givenAt: receivedAt }, pauses, pauseRule),
        );
        if (extended.ok) expect(extended.dueAt ?? Infinity).toBeGreaterThanOrEqual(pauses.length === 0 ? newDue : receivedAt);
      }),
      { numRuns },
    );
  });
});
