const EVERY_MS = 30_000;

/** For `useSyncExternalStore`: what depends on the clock is looked at again every half minute. */
export const everyHalfMinute = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, EVERY_MS);
  return () => {
    clearInterval(timer);
  };
};
