/**
 * A wall clock read minute by minute, written without looking at the library: offsets come straight from Intl, each minute of the
 * time line is asked what it shows, and a local time is found by walking until the wall shows it.
 */
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}

/** What the wall shows, as minutes since 1970-01-01T00:00 on that wall. Zones change on quarters of an hour, which are kept. */
export function wallAt(timeZone: string, minute: number): number {
  const quarter = Math.floor(minute / 15);
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, known);
  let offset = known.get(quarter);
  if (offset === undefined) {
    const shown: Record<string, number> = {};
    for (const { type, value } of formatOf(timeZone).formatToParts(quarter * 15 * 60_000)) shown[type] = Number(value);
    const wall = Date.UTC(shown['year'] ?? 0, (shown['month'] ?? 0) - 1, shown['day'], shown['hour'], shown['minute']) / 60_000;
    offset = wall - quarter * 15;
    known.set(quarter, offset);
  }
  return minute + offset;
}

const found = new Map<string, number>();

/** The first minute at which the wall shows `wall`; a time that is skipped is moved forward by the length of the jump. */
export function minuteShowing(timeZone: string, wall: number): number {
  const key = `${timeZone} ${wall}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const minute = walkTo(timeZone, wall);
  found.set(key, minute);
  return minute;
}

function walkTo(timeZone: string, wall: number): number {
  for (let minute = wall - 15 * 60; minute < wall + 15 * 60; minute += 1) {
    const shows = wallAt(timeZone, minute);
    if (shows === wall) return minute;
    const last = wallAt(timeZone, minute - 1);
    // The jump that skips the wanted time; unless the clocks went back before, nothing later shows it.
    if (last < wall && shows > wall) return minute + (wall - last - 1);
  }
  throw new Error(`The wall of ${timeZone} never shows ${wall}.`);
}
