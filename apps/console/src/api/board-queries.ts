import type {
  Board,
  BoardGrouping,
  IndicatorView,
  NearestPeriod,
  OrganisationReading,
  SupervisionReport,
  TargetList,
} from '@motcua/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

export interface BoardRequest {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly by?: BoardGrouping | undefined;
  /** ISO 8601; without it the present moment. */
  readonly asOf?: string | undefined;
  /** Without it as-was. */
  readonly organisation?: OrganisationReading | undefined;
}

/** A board of figures. A live stream puts its boards under the same key. */
export const boardQuery = (board: BoardRequest) =>
  queryOptions({
    queryKey: ['board', board],
    queryFn: ({ signal }) => request<Board>('/v1/board', { query: { ...board }, signal }),
    placeholderData: keepPreviousData,
  });

/** Where a period has no figures: the nearest one that has. */
export const nearestQuery = ({ unit, from, to, asOf }: Omit<BoardRequest, 'by' | 'organisation'>) =>
  queryOptions({
    queryKey: ['nearest', unit, from, to, asOf],
    queryFn: ({ signal }) => request<NearestPeriod>('/v1/board/nearest', { query: { unit, from, to, asOf }, signal }),
    staleTime: 60_000,
  });

/** Every indicator with its definition; they change with releases only. */
export const indicatorsQuery = queryOptions({
  queryKey: ['indicators'],
  queryFn: ({ signal }) => request<{ indicators: IndicatorView[] }>('/v1/indicators', { signal }),
  select: ({ indicators }) => indicators,
  staleTime: Infinity,
});

/** What a unit aims at. */
export const targetsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['targets', unit],
    queryFn: ({ signal }) => request<TargetList>('/v1/targets', { query: { unit }, signal }),
    select: ({ targets }) => targets,
    staleTime: 60_000,
  });

export interface ReportRequest extends Omit<BoardRequest, 'by'> {
  /** Another period, whose figures stand beside. */
  readonly compare?: { readonly from: string; readonly to: string } | undefined;
}

/** The supervision report as data; the board takes satisfaction from it. */
export const reportQuery = ({ unit, from, to, asOf, organisation, compare }: ReportRequest, lang: 'vi' | 'en') =>
  queryOptions({
    queryKey: ['report', unit, from, to, asOf, organisation, lang, compare],
    queryFn: ({ signal }) =>
      request<SupervisionReport>('/v1/reports/supervision', {
        query: { unit, from, to, asOf, organisation, compareFrom: compare?.from, compareTo: compare?.to, lang, format: 'json' },
        signal,
      }),
    staleTime: 30_000,
  });
