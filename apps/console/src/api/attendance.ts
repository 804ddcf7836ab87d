const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
/** Whoever reads touches nothing for a while. */
const PRESENT_MS = 60_000;

let lastSignMs = Date.now();

/** Notes whenever somebody does something in this window; opening it is the first thing. */
export function watchAttendance(): void {
  const note = (): void => {
    lastSignMs = Date.now();
  };
  for (const sign of signs) window.addEventListener(sign, note, { capture: true, passive: true });
}

/** When somebody was last seen to be here, epoch milliseconds. */
export const lastSignOfSomebody = (): number => lastSignMs;

/** Whether a request that is made now is most likely somebody's, and not the page's own. */
export const isSomebodyHere = (): boolean => Date.now() - lastSignMs < PRESENT_MS;
