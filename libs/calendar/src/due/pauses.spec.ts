import { describe, expect, it } from '@jest/globals';
import {
  answerOf,
  at,
  calendarDays,
  getCalendar,
  paused,
  sameDay,
  toText,
  workingDays,
  workingHours,
} from '../testing/vietnam-time.ts';
import { vietnamCalendar } from '../vietnam/vietnam-calendar.ts';
import { addPauses, dueMoment } from './due-moment.ts';
import type { DueRequest, Limit, Pause } from './due-request.ts';

const calendar = getCalendar(vietnamCalendar);

function due(received: string, limit: Limit, pauses: readonly Pause[], more: Partial<DueRequest> = {}): string {
  return answerOf(dueMoment(calendar, { receivedAt: at(received), limit, pauses, ...more }));
}

describe('a pause that is subtracted from working days or hours', () => {
  it('gives back exactly its working time', () => {
    expect(due('2026-03-02 10:00', workingDays(2), [paused('2026-03-02 14:00', '2026-03-03 14:00')])).toBe('2026-03-05 10:00');
  });

  it('gives nothing for a weekend', () => {
    expect(due('2026-03-05 10:00', workingDays(2), [paused('2026-03-06 17:00', '2026-03-09 07:30')])).toBe('2026-03-09 10:00');
  });

  it('counts once where it overlaps another', () => {
    const pauses = [paused('2026-03-02 10:15', '2026-03-02 10:45'), paused('2026-03-02 10:30', '2026-03-02 11:00')];
    expect(due('2026-03-02 10:00', workingHours(1), pauses)).toBe('2026-03-02 13:45');
  });

  it('counts whole with what touches it, even beyond the due', () => {
    const pauses = [paused('2026-03-02 10:30', '2026-03-02 11:00'), paused('2026-03-02 11:00', '2026-03-02 11:30')];
    expect(due('2026-03-02 10:00', workingHours(1), pauses)).toBe('2026-03-02 14:00');
  });

  it('does not count if it begins at the due moment', () => {
    expect(due('2026-03-02 10:00', workingHours(1), [paused('2026-03-02 11:00', '2026-03-02 15:00')])).toBe('2026-03-02 11:00');
  });

  it('counts if an earlier pause has moved the due behind it, in whatever order they are given', () => {
    const pauses = [paused('2026-03-02 11:15', '2026-03-02 11:20'), paused('2026-03-02 10:00', '2026-03-02 10:30')];
    expect(due('2026-03-02 10:00', workingHours(1), pauses)).toBe('2026-03-02 13:35');
  });

  it('counts from the start only', () => {
    expect(due('2026-03-02 10:00', workingHours(1), [paused('2026-02-27 08:00', '2026-03-02 10:10')])).toBe('2026-03-02 11:10');
    expect(due('2026-03-02 10:00', workingHours(1), [paused('2026-02-27 08:00', '2026-03-02 10:00')])).toBe('2026-03-02 11:00');
  });
});

describe('a pause of a same-day dossier', () => {
  it('leaves the day if it ends before the cut-off', () => {
    expect(due('2026-03-02 09:00', sameDay, [paused('2026-03-02 10:00', '2026-03-02 14:00')])).toBe('2026-03-02 17:00');
  });

  it('gives the next working day if it ends at the cut-off or later', () => {
    expect(due('2026-03-02 09:00', sameDay, [paused('2026-03-02 10:00', '2026-03-03 15:00')])).toBe('2026-03-04 17:00');
  });
});

describe('a pause of calendar days', () => {
  it('adds the difference of its dates to the unrolled date, so that a roll is not carried on', () => {
    expect(due('2026-03-02 10:00', calendarDays(5), [paused('2026-03-04 09:00', '2026-03-05 08:00')])).toBe('2026-03-09 17:00');
    expect(due('2026-03-02 10:00', calendarDays(5), [paused('2026-03-04 09:00', '2026-03-07 08:00')])).toBe('2026-03-10 17:00');
  });

  it('adds nothing within a day', () => {
    expect(due('2026-03-02 10:00', calendarDays(3), [paused('2026-03-04 00:00', '2026-03-04 23:59')])).toBe('2026-03-05 17:00');
  });

  it('counts midnight as the new date', () => {
    expect(due('2026-03-02 10:00', calendarDays(1), [paused('2026-03-03 09:00', '2026-03-04 00:00')])).toBe('2026-03-04 17:00');
  });
});

describe('a pause that restarts', () => {
  it('counts the limit afresh from its end, and earlier credits are gone', () => {
    const pauses = [
      paused('2026-03-02 10:30', '2026-03-02 11:00', 'subtract'),
      paused('2026-03-03 08:00', '2026-03-04 12:00', 'restart'),
    ];
    expect(due('2026-03-02 10:00', workingDays(2), pauses)).toBe('2026-03-06 13:30');
  });

  it('restarts even if no working time passed in it', () => {
    const pause = paused('2026-03-02 17:30', '2026-03-02 18:00', 'restart');
    expect(due('2026-03-02 10:00', workingDays(1), [pause])).toBe('2026-03-04 07:30');
  });

  it('does not merge with a pause of the other rule', () => {
    const pauses = [
      paused('2026-03-02 10:30', '2026-03-02 11:00', 'restart'),
      paused('2026-03-02 11:00', '2026-03-02 11:30', 'subtract'),
    ];
    expect(due('2026-03-02 10:00', workingHours(1), pauses)).toBe('2026-03-02 14:30');
  });

  it('leaves to a subtracting pause only what lies after its new start', () => {
    const pauses = [
      paused('2026-03-02 10:15', '2026-03-02 11:15', 'subtract'),
      paused('2026-03-02 10:30', '2026-03-02 11:00', 'restart'),
    ];
    expect(due('2026-03-02 10:00', workingHours(1), pauses)).toBe('2026-03-02 14:00');
    const together = [
      paused('2026-03-02 10:15', '2026-03-02 11:15', 'subtract'),
      paused('2026-03-02 10:15', '2026-03-02 11:00', 'restart'),
    ];
    expect(due('2026-03-02 10:00', workingHours(1), together)).toBe('2026-03-02 14:15');
  });

  it('is the default where the request says so', () => {
    const pauses = [paused('2026-03-02 10:30', '2026-03-02 11:00')];
    expect(due('2026-03-02 10:00', workingHours(2), pauses, { pauseRule: 'restart' })).toBe('2026-03-02 15:00');
  });
});

describe('an open pause', () => {
  it('leaves no due moment, and tells the one before it', () => {
    const request = { receivedAt: at('2026-03-02 10:00'), limit: workingHours(1), pauses: [paused('2026-03-02 10:30')] };
    expect(dueMoment(calendar, request)).toEqual({ ok: true, dueAt: null, beforeOpenPause: at('2026-03-02 11:00') });
  });

  it('does not matter once the due has passed', () => {
    expect(due('2026-03-02 10:00', workingHours(1), [paused('2026-03-02 11:00')])).toBe('2026-03-02 11:00');
  });

  it('takes in what begins after it', () => {
    const pauses = [paused('2026-03-02 10:30'), paused('2026-03-02 10:45', '2026-03-02 10:50', 'restart')];
    expect(due('2026-03-02 10:00', workingHours(1), pauses)).toBe('open');
  });
});

describe('the ends of a pause', () => {
  it('are cut to whole minutes before they are compared', () => {
    const nothing: Pause = { from: at('2026-03-02 10:30:50'), to: at('2026-03-02 10:30:10') };
    expect(due('2026-03-02 10:00', workingHours(1), [nothing])).toBe('2026-03-02 11:00');
    const backwards: Pause = { from: at('2026-03-02 10:31:00'), to: at('2026-03-02 10:30:59') };
    expect(due('2026-03-02 10:00', workingHours(1), [backwards])).toBe('calendar.pause-invalid');
    expect(due('2026-03-02 10:00', workingHours(1), [{ from: NaN }])).toBe('calendar.pause-invalid');
  });
});

describe('an extension', () => {
  const extension = { newDue: at('2026-03-06 10:00'), at: at('2026-03-03 09:00') };
  const extended = (pauses: readonly Pause[], newDue = extension.newDue): string =>
    due('2026-03-02 10:00', workingDays(2), pauses, { extensions: [{ ...extension, newDue }] });

  it('gives the new due, but never an earlier one', () => {
    expect(extended([])).toBe('2026-03-06 10:00');
    expect(extended([], at('2026-03-03 10:00'))).toBe('2026-03-04 10:00');
  });

  it('is moved by the pauses that begin after it was given, and by no other', () => {
    expect(extended([paused('2026-03-02 14:00', '2026-03-02 15:00')])).toBe('2026-03-06 10:00');
    expect(extended([paused('2026-03-05 14:00', '2026-03-05 15:00')])).toBe('2026-03-06 11:00');
  });

  it('is discarded by a restart', () => {
    expect(extended([paused('2026-03-03 10:00', '2026-03-03 11:00', 'restart')])).toBe('2026-03-05 11:00');
  });

  it('keeps its seconds while it is moved', () => {
    expect(extended([paused('2026-03-05 14:00', '2026-03-05 15:00')], at('2026-03-06 11:00:20'))).toBe('2026-03-06 14:00:20');
  });
});

describe('a due moment that is given', () => {
  it('moves by the working time of the pauses that begin after it was given, with no limit known', () => {
    const given = { due: at('2026-03-04 10:00:30'), givenAt: at('2026-03-02 10:00') };
    const pauses = [paused('2026-03-02 09:00', '2026-03-02 09:30'), paused('2026-03-03 14:00', '2026-03-03 15:00', 'restart')];
    const moved = addPauses(calendar, given, pauses);
    expect(moved.ok && moved.dueAt !== null && toText(moved.dueAt)).toBe('2026-03-04 11:00:30');
  });

  it('moves by dates where its limit is in calendar days', () => {
    const given = { due: at('2026-03-06 17:00'), limit: calendarDays(4), start: at('2026-03-02 10:00') };
    expect(answerOf(addPauses(calendar, given, [paused('2026-03-03 09:00', '2026-03-04 09:00')]))).toBe('2026-03-09 17:00');
    expect(answerOf(addPauses(calendar, given, [paused('2026-03-03 09:00', '2026-03-03 16:00')]))).toBe('2026-03-06 17:00');
  });

  it('is discarded by a restart where its limit is known', () => {
    const given = { due: at('2026-03-20 17:00'), limit: workingDays(1) };
    expect(answerOf(addPauses(calendar, given, [paused('2026-03-03 09:00', '2026-03-03 10:00')], 'restart'))).toBe(
      '2026-03-04 10:00',
    );
  });

  it('stays to the millisecond without pauses', () => {
    expect(addPauses(calendar, { due: 1_772_420_400_123 }, [])).toEqual({
      ok: true,
      dueAt: 1_772_420_400_123,
      beforeOpenPause: null,
    });
  });
});
