import type { CalendarDocument } from '@motcua/contracts';
import type { Shift } from './shift.ts';

const DAY_MS = 86_400_000;
const NAME = 'Diễn tập';

/** A day of the next weeks is taken off, or is worked again: open dossiers that were promised for later are dated anew. */
export async function changeCalendar(shift: Shift): Promise<void> {
  const { admin } = shift.officers;
  const { entries } = await admin.get<{ entries: readonly { document: CalendarDocument }[] }>('/v1/calendars');
  const [calendar] = entries.map(({ document }) => document);
  if (calendar === undefined) throw new Error('There is no calendar.');
  const rehearsals = calendar.daysOff.filter(({ name }) => name === NAME);
  const others = calendar.daysOff.filter(({ name }) => name !== NAME);
  const daysOff = rehearsals.length > 0 ? others : [...others, { date: findWorkday(shift.random), name: NAME }];
  const version = calendar.version + 1;
  shift.record.hasCalendarMoved = true;
  await admin.put(`/v1/calendars/${calendar.id}`, { ...calendar, version, daysOff: sort(daysOff) });
  shift.record.calendar = { id: calendar.id, version };
  shift.record.commands += 1;
}

/** Two to six days from now, neither Saturday nor Sunday there. */
function findWorkday(random: () => number): string {
  for (;;) {
    const day = new Date(Date.now() + 7 * 3_600_000 + Math.floor(2 + random() * 5) * DAY_MS);
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) return day.toISOString().slice(0, 10);
  }
}

const sort = (days: CalendarDocument['daysOff']): CalendarDocument['daysOff'] =>
  days.sort((one, other) => one.date.localeCompare(other.date));
