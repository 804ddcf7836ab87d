/** Tells the timer of this instance, which may be asleep, that clocks were scheduled. */
export class ClockAlarm {
  #onArmed: () => void = () => undefined;

  /** @param listener called after each commit that may have scheduled clocks */
  onScheduled(listener: () => void): void {
    this.#onArmed = listener;
  }

  scheduled(): void {
    this.#onArmed();
  }
}
