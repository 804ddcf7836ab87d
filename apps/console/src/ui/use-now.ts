import { useSyncExternalStore } from 'react';
import { everyHalfMinute } from './every-half-minute.ts';

const STEP_MS = 30_000;

/** The present moment in epoch milliseconds, cut to half a minute: a bar of working days is drawn no finer. */
export const useNow = (): number => useSyncExternalStore(everyHalfMinute, () => Math.floor(Date.now() / STEP_MS) * STEP_MS);
