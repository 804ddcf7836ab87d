import { describe, expect, it } from '@jest/globals';
import { given, givenLegacy, received, type Moment } from '../testing/given.ts';
import { at, birthWithRecognition } from '../testing/decision-context.ts';

const correct = { type: 'correct', reasonCode: 'typing-error' } as const;
const by = (actor: string) => ({ actor });
const approve = (proposal: number) => ({ type: 'approve-proposal', proposal }) as const;
const processed: Moment = ['2022-03-08 10:00', { type: 'process' }];
const endedEarlier: Moment = ['2022-03-09 09:00', { ...correct, endedAt: at('2022-03-03 10:00') }, by('tp-01')];
const week = { amount: 7, unit: 'working-day' } as const;
const longer = { ...birthWithRecognition, code: '1.009994', limit: week };

describe('a correction of the end', () => {
  const proposed = given(received, processed, endedEarlier);

  it('waits: end, clock and the order of events stay, and it names what is and what is said to have been', () => {
    const before = given(received, processed).dossier;
    if (before.status === 'none') throw new Error('It was received.');
    proposed.is({
      version: 3,
      end: { at: at('2022-03-08 10:00'), by: 'processed' },
      clock: before.clock,
      lastOccurredAt: before.lastOccurredAt,
      proposals: [
        {
          version: 3,
          what: { kind: 'correction', from: { endedAt: at('2022-03-08 10:00') }, to: { endedAt: at('2022-03-03 10:00') } },
          madeAt: at('2022-03-09 09:00'),
          madeBy: 'tp-01',
          lapsesAt: at('2022-03-16 09:00'),
          decision: null,
        },
      ],
    });
  });

  it('moves it once another person approves', () => {
    proposed
      .when('2022-03-10 09:00', approve(3), by('tp-02'))
      .gives({ version: 4, end: { at: at('2022-03-03 10:00'), by: 'processed' } });
    given(received, processed, endedEarlier, ['2022-03-10 09:00', approve(3), by('tp-02')])
      .when('2022-03-10 10:00', approve(3), by('tp-03'))
      .staysQuiet();
  });

  it('is not approved by whoever proposed it, nor after five working days, nor after a rejection', () => {
    proposed.when('2022-03-10 09:00', approve(3), by('tp-01')).refuses('proposal.own');
    proposed.when('2022-03-16 09:01', approve(3), by('tp-02')).refuses('proposal.lapsed');
    given(received, processed, endedEarlier, ['2022-03-10 09:00', { type: 'reject-proposal', reasonCode: 'x', proposal: 3 }])
      .when('2022-03-10 10:00', approve(3), by('tp-02'))
      .refuses('proposal.already-decided');
  });

  it('is proposed once while it waits, and again once it has lapsed', () => {
    const again = { ...correct, endedAt: at('2022-03-03 10:00') };
    proposed.when('2022-03-10 09:00', again, by('tp-01')).staysQuiet();
    proposed.when('2022-03-17 09:00', again, by('tp-01')).gives({ version: 4 });
  });

  it('is not approved where what it corrects was moved meanwhile', () => {
    const other: Moment = ['2022-03-09 10:00', { ...correct, endedAt: at('2022-03-04 10:00') }, by('tp-01')];
    given(received, processed, endedEarlier, other, ['2022-03-10 09:00', approve(4), by('tp-02')])
      .when('2022-03-10 10:00', approve(3), by('tp-02'))
      .refuses('proposal.overtaken');
  });
});

describe('a correction of what the due moment is counted from', () => {
  it.each([
    ['receivedAt', { receivedAt: at('2022-02-28 10:00') }, '2022-03-03 10:00'],
    ['limit', { limit: week }, '2022-03-10 10:00'],
    ['a supplied due', { due: at('2022-03-11 10:00') }, '2022-03-11 10:00'],
  ] as const)('of %s: it moves nothing until it is approved', (_name, fields, due) => {
    const proposed: Moment = ['2022-03-02 09:00', { ...correct, ...fields }, by('tp-01')];
    given(received, proposed).is({ clock: clockWith('2022-03-04 10:00') });
    given(received, proposed)
      .when('2022-03-02 10:00', approve(2), by('tp-02'))
      .gives({ clock: clockWith(due) });
  });

  it('of the procedure, which brings its limit along, likewise', () => {
    const proposed: Moment = ['2022-03-02 09:00', { ...correct, procedure: true }, { actor: 'tp-01', procedure: longer }];
    given(received, proposed).is({ procedure: '1.000689', clock: clockWith('2022-03-04 10:00') });
    given(received, proposed)
      .when('2022-03-02 10:00', approve(2), { actor: 'tp-02', procedure: longer })
      .gives({ procedure: '1.009994', clock: clockWith('2022-03-10 10:00') });
    given(received, proposed)
      .when('2022-03-02 10:00', approve(2), { actor: 'tp-02', procedure: undefined })
      .refuses('procedure.unknown');
  });
});

describe('a correction of what no due moment and no end depends on', () => {
  it('takes effect at once, and beside it only the rest is proposed', () => {
    given(received)
      .when('2022-03-02 09:00', { ...correct, channel: 'postal' })
      .gives({ channel: 'postal', version: 2 });
    const both = given(received, ['2022-03-02 09:00', { ...correct, channel: 'postal', limit: week }, by('tp-01')]);
    both.is({ channel: 'postal', clock: clockWith('2022-03-04 10:00') });
    both.when('2022-03-02 10:00', approve(2), by('tp-02')).gives({ channel: 'postal', clock: clockWith('2022-03-10 10:00') });
  });

  it('proposes nothing where all is right already', () => {
    given(received)
      .when('2022-03-02 09:00', { ...correct, receivedAt: at('2022-03-01 10:00') })
      .staysQuiet();
  });
});

it('a legacy system corrects itself at once', () => {
  givenLegacy(
    ['2022-03-01 10:00', { type: 'received' }],
    ['2022-03-08 10:00', { type: 'processed' }],
    ['2022-03-09 10:00', { type: 'corrected', reasonCode: 'x', correction: { endedAt: at('2022-03-03 10:00') } }],
  ).is({ end: { at: at('2022-03-03 10:00'), by: 'processed' } });
});

function clockWith(currentDue: string) {
  return expect.objectContaining({ currentDue: at(currentDue) }) as never;
}
