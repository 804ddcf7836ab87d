import type { CalendarChangePreview, CalendarChangeProgress, CalendarDocument } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

/** What a new version of a calendar would move; nothing is changed. */
export const previewCalendar = (calendar: CalendarDocument) =>
  request<CalendarChangePreview>('/v1/calendar-changes', { method: 'POST', body: { calendar } });

/** How far the re-dating for a version is; asked every second until it is done. */
export const calendarProgressQuery = (calendar: string, version: number) =>
  queryOptions({
    queryKey: ['calendar-change', calendar, version],
    queryFn: ({ signal }) => request<CalendarChangeProgress>('/v1/calendar-changes', { query: { calendar, version }, signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'done' || state.data?.state === 'superseded' ? false : 1_000),
  });
