import { parseCalendar, vietnamCalendar } from '@motcua/calendar';
import { describe, it } from '@jest/globals';
import { dueAt } from '../testing/due-dates.ts';
import { given, received, submitted } from '../testing/given.ts';
import { at } from '../testing/decision-context.ts';

const correct = { type: 'correct', reasonCode: 'typing-error' } as const;

describe('correct', () => {
  it('rewrites the channel; the receipt, the end and the procedure it proposes (propose-correction.spec.ts)', () => {
    given(received, ['2022-03-03 10:00', { type: 'process' }])
      .when('2022-03-05 08:00', { ...correct, channel: 'postal' })
      .gives({ version: 3, channel: 'postal', end: { at: at('2022-03-03 10:00'), by: 'processed' } });
  });

  it('puts the dossier into other hands in any status: no step, no clock and no pause is touched', () => {
    given(received, ['2022-03-02 10:00', { type: 'request-supplement', reasonCode: 'other' }])
      .when('2022-03-03 08:00', { ...correct, officer: 'cv-08' }, { officer: 'staff' })
      .gives({ version: 3, officer: 'cv-08', status: 'supplement-requested' });
    given(received)
      .when('2022-03-03 08:00', { ...correct, officer: 'cv-08' }, { officer: 'staff' })
      .gives({ officer: 'cv-08', status: 'received' });
    given(received)
      .when('2022-03-03 08:00', { ...correct, officer: 'cv-99' }, { officer: 'stranger' })
      .refuses('officer.not-of-unit');
    given(received)
      .when('2022-03-03 08:00', { ...correct, officer: 'Trần Thị Bưởi' })
      .refuses('officer.not-of-unit');
    given(received)
      .when('2022-03-03 08:00', { ...correct, officer: 'cb-01' }, { officer: 'staff' })
      .staysQuiet();
  });

  it('refuses nothing to correct, an end that is not there and a receipt that is not there', () => {
    given(received).when('2022-03-05 08:00', correct).refuses('dossier.nothing-to-correct');
    given(received)
      .when('2022-03-05 08:00', { ...correct, endedAt: at('2022-03-04 08:00') })
      .refuses('dossier.not-ended');
    given(submitted)
      .when('2022-03-05 08:00', { ...correct, receivedAt: at('2022-03-04 08:00') })
      .refuses('dossier.not-received');
  });

  it('stays quiet where all is right already', () => {
    given(received)
      .when('2022-03-05 08:00', { ...correct, channel: 'in-person' })
      .staysQuiet();
  });
});

describe('redate', () => {
  const redate = { type: 'redate', reasonCode: 'calendar-change' } as const;

  it('counts with the new calendar', () => {
    const daysOff = [...vietnamCalendar.daysOff, { date: '2022-03-03', name: 'Nghỉ đột xuất' }];
    const next = parseCalendar({ ...vietnamCalendar, version: vietnamCalendar.version + 1, daysOff });
    if (!next.ok) throw new Error(next.error.message);
    given(received)
      .when('2022-03-01 11:00', redate, { calendar: next.calendar })
      .gives({ clock: dueAt('2022-03-07 10:00') });
  });

  it('stays quiet under the same calendar, and refuses what has ended', () => {
    given(received).when('2022-03-01 11:00', redate).staysQuiet();
    given(received, ['2022-03-02 10:00', { type: 'process' }])
      .when('2022-03-03 11:00', redate)
      .refuses('dossier.already-ended');
  });
});
