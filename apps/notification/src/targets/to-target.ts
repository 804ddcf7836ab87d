import type { Target } from '@motcua/contracts';
import type { TargetEntity } from './target.entity.ts';

export const toTarget = ({ episode: _ours, checkedAt, ...target }: TargetEntity): Target => ({
  ...target,
  checkedAt: checkedAt?.toISOString() ?? null,
});
