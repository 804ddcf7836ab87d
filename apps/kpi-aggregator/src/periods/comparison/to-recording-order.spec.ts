import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toRecordingOrder } from './to-recording-order.ts';

interface Placed {
  readonly stream: 'dossier' | 'overdue-cause' | 'documents';
  readonly version: number;
  readonly recordedAt: number;
}

const streamNames = ['dossier', 'overdue-cause', 'documents'] as const;

/** Of three streams, numbered, by the moments of each. */
const eventsOf = (moments: fc.Arbitrary<readonly number[]>): fc.Arbitrary<readonly Placed[]> =>
  fc
    .tuple(moments, moments, moments)
    .map((all) =>
      all.flatMap((ofStream, index) =>
        ofStream.map((recordedAt, at) => ({ stream: streamNames[index]!, version: at + 1, recordedAt })),
      ),
    );
/** The clocks say what they like. */
const anyMoments = fc.array(fc.nat({ max: 6 }), { maxLength: 5 });

const inAnyOrder = eventsOf(anyMoments).chain((events) =>
  fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
);

describe('the order of recording', () => {
  it('is one, in whatever order the logs are read', () => {
    fc.assert(
      fc.property(inAnyOrder, ([events, shuffled]) => {
        expect(toRecordingOrder(shuffled)).toEqual(toRecordingOrder(events));
      }),
    );
  });

  it('holds every event once, and each stream by its number', () => {
    fc.assert(
      fc.property(inAnyOrder, ([events, shuffled]) => {
        const ordered = toRecordingOrder(shuffled);
        for (const name of streamNames)
          expect(ordered.filter(({ stream }) => stream === name)).toEqual(events.filter(({ stream }) => stream === name));
      }),
    );
  });

  it('is that of the moments, where no stream’s clock went back; of one moment dossiers come before what is said of them', () => {
    const straight = eventsOf(anyMoments.map((moments) => [...moments].sort((one, other) => one - other)));
    fc.assert(
      fc.property(straight, (events) => {
        const rank = ({ recordedAt, stream }: Placed): number => recordedAt * streamNames.length + streamNames.indexOf(stream);
        const ranks = toRecordingOrder(events).map(rank);
        expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
      }),
    );
  });

  it('puts an event of another stream before those whose clock was set back behind it', () => {
    const first = { stream: 'dossier', version: 1, recordedAt: 10 } as const;
    const back = { stream: 'dossier', version: 2, recordedAt: 5 } as const;
    const cause = { stream: 'overdue-cause', version: 1, recordedAt: 7 } as const;
    expect(toRecordingOrder([back, cause, first])).toEqual([cause, first, back]);
  });
});
