import type { DossierSnapshot, SlipEvent } from '@motcua/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitName } from '../use-names.ts';
import { QrCode } from './qr-code.tsx';
import { serials } from './slip-kinds.ts';
import './slip.css';

export interface SlipSheetProps {
  readonly kind: SlipEvent;
  readonly title: string;
  readonly dossier: DossierSnapshot;
  readonly lookUpPath: string | undefined;
  /** The how manieth time it is printed again; 0: it is the first print. */
  readonly reprint: number;
  readonly children: ReactNode;
}

/** One slip on A5: whose it is, what it is, what it says, and who signs. One design for all of them. */
export function SlipSheet({ kind, title, dossier, lookUpPath, reprint, children }: SlipSheetProps) {
  const { t } = useTranslation('slip');
  const unitName = useUnitName();
  const serial = serials[kind];
  const code = dossier.code ?? dossier.sourceCode ?? dossier.dossierId;
  // Where citizens follow it from a telephone; there is no such place before a receipt, nor for what another system received.
  const link = lookUpPath === undefined ? undefined : new URL(lookUpPath, window.location.origin).href;
  return (
    <section className="slip" aria-label={title}>
      <header className="slip-head">
        <div>
          <p className="slip-unit">{unitName(dossier.responsibleUnit)}</p>
          <p>{t('desk')}</p>
          <p>{t('number', { code })}</p>
          {serial !== undefined && <p>{t('serial', { of: serial })}</p>}
          {reprint > 0 && <p className="slip-reprint">{t('reprint', { count: reprint })}</p>}
        </div>
        <div className="slip-qr">
          <QrCode text={link ?? code} label={t('qr', { code })} />
          {link !== undefined && <p>{t('scan')}</p>}
        </div>
      </header>
      <h2 className="slip-title">{title}</h2>
      {children}
      <footer className="slip-foot">
        {(['citizen', 'office'] as const).map((side) => (
          <div key={side}>
            <p className="slip-role">{t(`kinds.${kind}.${side}`)}</p>
            <p>{t('sign')}</p>
          </div>
        ))}
      </footer>
    </section>
  );
}
