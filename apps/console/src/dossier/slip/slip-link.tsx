import { Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HistoryEvent } from '../history/to-change-lines.ts';
import { toSlipKind } from './slip-kinds.ts';
import { usePrintsSlips } from './use-slip-kind.ts';

export interface SlipLinkProps {
  readonly dossierId: string;
  readonly event: Pick<HistoryEvent, 'type' | 'version'>;
}

/** To the slip of a step, where there is one. */
export function SlipLink({ dossierId, event: { type, version } }: SlipLinkProps) {
  const { t } = useTranslation('slip');
  const prints = usePrintsSlips();
  const kind = toSlipKind(type);
  if (kind === undefined || !prints) return null;
  return (
    <p>
      <Link
        to="/dossiers/$id/slips/$version"
        params={{ id: dossierId, version: String(version) }}
        className="slip-link"
        aria-label={t('printOf', { title: t(`kinds.${kind}.title`) })}
      >
        <Printer size={14} aria-hidden /> {t('print')}
      </Link>
    </p>
  );
}
