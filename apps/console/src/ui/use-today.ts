import { useSyncExternalStore } from 'react';
import { toLocalDate } from '../format/dates.ts';

const EVERY_MS = 30_000;

const subscribe = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, EVERY_MS);
  return () => {
    clearInterval(timer);
  };
};

/** The local date; a page that stays open over midnight moves on. */
export const useToday = (): string => useSyncExternalStore(subscribe, () => toLocalDate(Date.now()));
