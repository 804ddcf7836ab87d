/** `--import` of a process whose clock goes wrong by DRILL_CLOCK_SHIFT_MS, as that of a machine whom nobody tells the time. */
const shiftMs = Number(process.env.DRILL_CLOCK_SHIFT_MS);
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + shiftMs);
    else super(...given);
  }

  static now() {
    return Real.now() + shiftMs;
  }
};
