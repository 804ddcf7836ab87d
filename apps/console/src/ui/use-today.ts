import { useSyncExternalStore } from 'react';
import { toLocalDate } from '../format/dates.ts';
import { everyHalfMinute } from './every-half-minute.ts';

/** The local date; a page that stays open over midnight moves on. */
export const useToday = (): string => useSyncExternalStore(everyHalfMinute, () => toLocalDate(Date.now()));
