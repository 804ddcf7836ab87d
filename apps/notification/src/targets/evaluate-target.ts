import type { TargetEntity } from './target.entity.ts';

type Standing = Pick<TargetEntity, 'state' | 'period' | 'episode' | 'target'>;

/**
 * How a target stands after its figure was read for a month. It is announced when it comes to be missed: in a new month, or after it was met
 * again. A figure without data leaves it open.
 */
export function evaluateTarget(
  { state, period, episode, target }: Standing,
  watermark: { readonly period: string; readonly value: number | null },
): { readonly state: TargetEntity['state']; readonly episode: number; readonly isToNotify: boolean } {
  const before = period === watermark.period ? state : 'unknown';
  if (watermark.value === null) return { state: before, episode, isToNotify: false };
  if (watermark.value >= target) return { state: 'met', episode, isToNotify: false };
  const isNew = before !== 'missed';
  return { state: 'missed', episode: isNew ? episode + 1 : episode, isToNotify: isNew };
}
