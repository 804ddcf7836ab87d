/** Tells the timer of this instance, which may be asleep, that clocks were armed. */
export class ClockAlarm {
  #onArmed: () => void = () => undefined;

  /** @param listener called after each commit that may have armed clocks */
  onArmed(listener: () => void): void {
    this.#onArmed = listener;
  }

  armed(): void {
    this.#onArmed();
  }
}
