import { useSyncExternalStore } from 'react';

const SECOND_MS = 1000;

const everySecond = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, SECOND_MS);
  return () => {
    clearInterval(timer);
  };
};

/** Whole seconds until a moment; 0: it has passed. */
export const useSecondsLeft = (until: string): number =>
  useSyncExternalStore(everySecond, () => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / SECOND_MS)));
