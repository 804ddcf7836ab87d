import { describe, it } from '@jest/globals';
import { given, received, type Moment } from '../testing/given.ts';
import { at } from '../testing/situation.ts';

const extendTo = (local: string) => ({ type: 'extend', reasonCode: 'field-survey', newDue: at(local) }) as const;
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
