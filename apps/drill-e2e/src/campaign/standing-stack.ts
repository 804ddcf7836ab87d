import { House } from '../house/house.ts';
import { Observer } from '../observe/observer.ts';
import type { Violation } from '../oracle/violation.ts';
import { ClientRecord } from '../record/client-record.ts';
import { planted } from '../workload/citizen.ts';
import { Doors } from '../workload/doors.ts';
import { openOfficers, type Officers } from '../workload/officers.ts';

/** A lease is the attempt's time-out and 15 s (ADR 16), and is looked at every few seconds. */
const REPEATED_WITHIN_MS = 45_000;

/** A stack that stands through many schedules, with all that its clients know of it. */
export class StandingStack {
  readonly record = new ClientRecord();
  readonly doors = new Doors();
  readonly #settled = new Set<string>();
  #senderLostAt = -Infinity;

  private constructor(
    readonly house: House,
    readonly officers: Officers,
    readonly observer: Observer,
  ) {}

  static async open(): Promise<StandingStack> {
    const house = await House.open();
    try {
      const officers = await openOfficers(house.stack);
      return new StandingStack(house, officers, new Observer(house, officers, planted));
    } catch (error) {
      await house.close();
      throw error;
    }
  }

  /** What has been told of once is not found again by the next schedule. */
  settle(violations: readonly Violation[]): void {
    for (const { promise, what } of violations) this.#settled.add(`${promise} ${what}`);
  }

  leaveOutSettled(violations: readonly Violation[]): Violation[] {
    return violations.filter(({ promise, what }) => !this.#settled.has(`${promise} ${what}`));
  }

  /** A sender may have died, or lost its database, with mails under way. */
  noteSenderLost(nowMs: number): void {
    this.#senderLostAt = nowMs;
  }

  /** What was under way then comes again when its lease has run out, be it in the next schedule. */
  mayRepeatMails(nowMs: number): boolean {
    return nowMs - this.#senderLostAt < REPEATED_WITHIN_MS;
  }

  close(): Promise<void> {
    return this.house.close();
  }
}
