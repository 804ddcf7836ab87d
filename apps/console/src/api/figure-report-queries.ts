import type { DisputedFigure, FigureReport, FigureReportAnswer, FigureReportPage } from '@motcua/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

export interface FigureReportCommand {
  /** Makes a report that is sent twice one report. */
  readonly id: string;
  readonly about: DisputedFigure;
  readonly words: string;
}

export const reportFigure = ({ id, ...body }: FigureReportCommand) =>
  request<FigureReport>(`/v1/figure-reports/${id}`, { method: 'PUT', body });

export const answerFigureReport = ({ id, ...body }: FigureReportAnswer & { readonly id: string }) =>
  request<FigureReport>(`/v1/figure-reports/${id}/answer`, { method: 'PUT', body });

/** What oneself has reported, with what became of it. */
export const ownFigureReportsQuery = queryOptions({
  queryKey: ['figure-reports', 'mine'],
  queryFn: async ({ signal }) => (await request<FigureReportPage>('/v1/figure-reports/mine', { signal })).reports,
  // Whoever looks wants to know whether there is an answer now.
  staleTime: 0,
});

/** Figures that were reported to be wrong, the newest first. */
export const figureReportsQuery = (state: 'open' | 'answered') =>
  infiniteQueryOptions({
    queryKey: ['figure-reports', state],
    queryFn: ({ pageParam, signal }) =>
      request<FigureReportPage>('/v1/figure-reports', { query: { state, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
