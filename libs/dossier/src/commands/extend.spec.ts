import { describe, expect, it } from '@jest/globals';
import { decide } from '../decide.ts';
import { isRefusal } from '../refusal/refusal.ts';
import { given, received, type Moment } from '../testing/given.ts';
import { at, context } from '../testing/decision-context.ts';

const extendTo = (local: string) => ({ type: 'extend', reasonCode: 'field-survey', newDue: at(local) }) as const;
const decideOn = (local: string) => {
  const now = at('2022-03-03 10:00');
  return decide(given(received).dossier, { ...extendTo(local), occurredAt: now }, context(now));
};
const extended: Moment = ['2022-03-03 10:00', extendTo('2022-03-09 10:00')];

describe('extend', () => {
  it('moves the current due, at the latest 24 hours before it, and leaves the original', () => {
    given(received)
      .when(...extended)
      .gives({
        clock: {
          originalDue: at('2022-03-04 10:00'),
          currentDue: at('2022-03-09 10:00'),
          due766: at('2022-03-04 10:00'),
          dueSupplied: false,
          noDue: false,
          lateFrom: { original: at('2022-03-04 10:01'), current: at('2022-03-09 10:01'), set766: at('2022-03-04 10:01') },
        },
      });
  });

  it('refuses one that comes too late, is not later, or is the second', () => {
    given(received).when('2022-03-03 10:01', extendTo('2022-03-09 10:00')).refuses('dossier.extension-too-late');
    given(received).when('2022-03-03 10:00', extendTo('2022-03-04 10:00')).refuses('dossier.extension-not-later');
    given(received, extended).when('2022-03-04 10:00', extendTo('2022-03-10 10:00')).refuses('dossier.extension-already-given');
  });

  it('refuses a day off and closed hours, and offers the nearest lawful moments after the present one', () => {
    const decision = decideOn('2022-03-06 03:10');
    expect(decision).toMatchObject({
      code: 'dossier.appointment-outside-hours',
      data: { lawfulMoments: ['2022-03-04T10:00:00.000Z', '2022-03-07T00:30:00.000Z'] },
    });
    expect(isRefusal(decision) && decision.sentence.vi).toContain('17:00 ngày 04/03/2022 hoặc 07:30 ngày 07/03/2022');
    expect(isRefusal(decision) && decision.sentence.en).toContain('2022-03-04 17:00 or 2022-03-07 07:30');
    given(received).when('2022-03-03 10:00', extendTo('2022-03-09 12:00')).refuses('dossier.appointment-outside-hours');
    given(received).when('2022-03-03 10:00', extendTo('2022-03-09 11:30')).gives({ version: 2 });
    given(received).when('2022-03-03 10:00', extendTo('2022-03-09 17:00')).gives({ version: 2 });
    given(received).when('2022-03-03 10:00', extendTo('2022-03-09 17:01')).refuses('dossier.appointment-outside-hours');
  });

  it('refuses a same-day dossier, one without due, and one whose clock stands', () => {
    const sameDay: Moment = [received[0], { ...received[1], limit: { amount: 0, unit: 'working-day' } } as Moment[1]];
    given(sameDay).when('2022-03-01 10:30', extendTo('2022-03-09 10:00')).refuses('dossier.extension-same-day');
    given(received, ['2022-03-02 10:00', { type: 'request-payment' }])
      .when('2022-03-02 11:00', extendTo('2022-03-09 10:00'))
      .refuses('dossier.clock-stands');
  });

  it('stays quiet on repeat', () => {
    given(received, extended).when('2022-03-03 11:00', extendTo('2022-03-09 10:00')).staysQuiet();
  });
});
