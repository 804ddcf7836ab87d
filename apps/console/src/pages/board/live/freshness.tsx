import type { Board } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { isBehind } from './is-behind.ts';
import type { LiveStatus } from './follow-live.ts';
import './freshness.css';

/** Whether the figures move by themselves, and of when they are where they do not. */
export function Freshness({ board, status }: { readonly board: Board; readonly status: LiveStatus | undefined }) {
  const { t } = useTranslation('states');
  const format = useFormat();
  if (status === undefined) return null;
  const behind = isBehind(board);
  const isLive = status === 'live' && !behind;
  const word = behind
    ? t('stale', { at: format.moment(board.freshness.projectedAt ?? board.asOf) })
    : t(status === 'live' ? 'live' : status);
  return (
    <span className={isLive ? 'freshness freshness-live' : 'freshness'} role="status">
      <span aria-hidden>{isLive ? '●' : '○'}</span> {word}
    </span>
  );
}
