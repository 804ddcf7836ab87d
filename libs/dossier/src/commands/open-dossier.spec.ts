import { describe, it } from '@jest/globals';
import { dueAt } from '../testing/due-dates.ts';
import { given, received, submitted } from '../testing/given.ts';
import { at, district } from '../testing/decision-context.ts';

describe('receive', () => {
  it('starts the clock and promises the procedure’s limit', () => {
    given()
      .when(...received)
      .gives({
        status: 'received',
        version: 1,
        handlingUnit: 'dong-xuan',
        clock: {
          originalDue: at('2022-03-04 10:00'),
          currentDue: at('2022-03-04 10:00'),
          due766: at('2022-03-04 10:00'),
          dueSupplied: false,
          noDue: false,
          lateFrom: { original: at('2022-03-04 10:01'), current: at('2022-03-04 10:01'), set766: at('2022-03-04 10:01') },
        },
      });
  });

  it('promises the limit said at the counter where it differs', () => {
    const limit = { amount: 8, unit: 'working-hour' } as const;
    const command = { ...received[1], limit } as (typeof received)[1];
    given()
      .when('2022-03-01 10:00', command)
      .gives({ clock: dueAt('2022-03-02 10:30') });
  });

  it('refuses a unit of the wrong level, an unknown unit and an unknown procedure', () => {
    given().when(received[0], received[1], { unit: district }).refuses('procedure.not-at-this-level');
    given().when(received[0], received[1], { unit: undefined }).refuses('unit.unknown');
    given().when(received[0], received[1], { procedure: undefined }).refuses('procedure.unknown');
  });

  it('refuses a dossier that exists', () => {
    given(received)
      .when(...received)
      .refuses('dossier.already-exists');
  });

  it('refuses a moment more than five minutes ahead, and takes one less far ahead as now', () => {
    const now = at('2022-03-01 09:54');
    given().when(received[0], received[1], { now }).refuses('command.in-the-future');
    given()
      .when(received[0], received[1], { now: now + 60_000 })
      .gives({ status: 'received', lastOccurredAt: now + 60_000 });
  });
});

describe('submit', () => {
  it('registers a submission, on which no clock runs', () => {
    given()
      .when(...submitted)
      .gives({ status: 'submitted', receipt: null, submittedAt: at('2022-03-01 09:00'), version: 1 });
  });
});
