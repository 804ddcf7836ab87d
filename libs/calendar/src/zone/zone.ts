const WEEK = 7 * 1440;
const DAY = 1440;

/**
 * A time zone in whole minutes: "minute" is minutes since 1970-01-01T00:00Z, "wall" is the same count read off a wall clock.
 * Offsets come from Intl, looked up once a week of history and, in a week with a change, searched to the minute.
 */
export class Zone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #fixedSince: number;
  readonly #fixedOffset: number;
  readonly #weekOffsets = new Map<number, number>();
  readonly #changes = new Map<number, number>();

  /** `fixed` states what is known without asking Intl: from that minute on the offset never changes. Throws RangeError on an unknown name. */
  constructor(name: string, fixed?: { since: number; offset: number }) {
    this.name = name;
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    this.#fixedSince = fixed?.since ?? Infinity;
    this.#fixedOffset = fixed?.offset ?? 0;
  }

  /** Minutes east of UTC; `NaN` of `NaN`. */
  offsetAt(minute: number): number {
    if (Number.isNaN(minute)) return NaN;
    if (minute >= this.#fixedSince) return this.#fixedOffset;
    const week = Math.floor(minute / WEEK);
    const before = this.#offsetAtWeek(week);
    const after = this.#offsetAtWeek(week + 1);
    if (before === after) return before;
    return minute < this.#changeIn(week, before) ? before : after;
  }

  toWall(minute: number): number {
    return minute + this.offsetAt(minute);
  }

  /** Of a repeated hour the first pass; a skipped time moves forward by what was skipped (02:30 → 03:30). */
  toMinute(wall: number): number {
    const before = this.offsetAt(wall - DAY);
    const after = this.offsetAt(wall + DAY);
    if (before === after || this.offsetAt(wall - before) === before) return wall - before;
    return this.offsetAt(wall - after) === after ? wall - after : wall - before;
  }

  /** Days since 1970-01-01 of the local date. */
  dayOf(minute: number): number {
    return Math.floor(this.toWall(minute) / DAY);
  }

  #offsetAtWeek(week: number): number {
    const known = this.#weekOffsets.get(week);
    if (known !== undefined) return known;
    const offset = this.#askIntl(week * WEEK);
    this.#weekOffsets.set(week, offset);
    return offset;
  }

  #changeIn(week: number, before: number): number {
    const known = this.#changes.get(week);
    if (known !== undefined) return known;
    let low = week * WEEK;
    let high = low + WEEK;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#askIntl(middle) === before) low = middle;
      else high = middle;
    }
    this.#changes.set(week, high);
    return high;
  }

  #askIntl(minute: number): number {
    const text = this.#format.format(minute * 60_000);
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text) ?? [];
    const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    return sign === '-' ? -size : size;
  }
}
