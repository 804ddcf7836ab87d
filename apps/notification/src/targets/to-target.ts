import type { Target } from '@motcua/contracts';
import type { TargetEntity } from './target.entity.ts';

export const toTarget = ({
  unit,
  indicator,
  target,
  validFrom,
  validTo,
  state,
  value,
  period,
  checkedAt,
}: TargetEntity): Target => ({
  unit,
  indicator,
  target,
  validFrom,
  validTo,
  state,
  value,
  period,
  checkedAt: checkedAt?.toISOString() ?? null,
});
