import { isOfficeMoment, nearestOfficeMoments, offsetMinutesAt, type WorkingCalendar } from '@motcua/calendar';
import type { Instant } from '../vocabulary.ts';
import { refuse, type Refusal } from './refusal.ts';

const MINUTE_MS = 60_000;

/**
 * Nobody is asked to come on a day off or when the office is closed; the minute of closing is lawful. The refusal offers the nearest
 * lawful moments, those alone that lie after `due`, which is to be moved.
 */
export function findOutsideHours(calendar: WorkingCalendar, appointment: Instant, due = -Infinity): Refusal | undefined {
  if (isOfficeMoment(calendar, appointment)) return undefined;
  const { before, after } = nearestOfficeMoments(calendar, appointment);
  const offered = [before, after].filter((moment) => moment > due);
  const words = offered.map((moment) => toWords(calendar.timeZone, moment));
  const { code, sentence } = refuse('dossier.appointment-outside-hours');
  return {
    code,
    sentence: {
      vi: `${sentence.vi} Thời điểm hợp lệ gần nhất: ${words.map(({ vi }) => vi).join(' hoặc ')}.`,
      en: `${sentence.en} The nearest lawful moments: ${words.map(({ en }) => en).join(' or ')}.`,
    },
    data: { lawfulMoments: offered.map((moment) => new Date(moment).toISOString()) },
  };
}

/** By the clock on the office's wall, as it writes it: `17:00 ngày 06/03/2026`, `2026-03-06 17:00`. */
function toWords(timeZone: string, moment: Instant): { readonly vi: string; readonly en: string } {
  const local = new Date(moment + offsetMinutesAt(timeZone, moment) * MINUTE_MS).toISOString();
  const date = local.slice(0, 10);
  const time = local.slice(11, 16);
  return { vi: `${time} ngày ${date.split('-').toReversed().join('/')}`, en: `${date} ${time}` };
}
