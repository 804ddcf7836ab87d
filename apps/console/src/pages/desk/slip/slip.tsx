import type { ProcedureDocument, UnitDocument } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import type { Received } from '../received.ts';
import { useLedgerWords } from '../bands/use-ledger-words.ts';
import { toLedgerLine } from '../ledger-line.ts';
import { QrCode } from './qr-code.tsx';
import { SlipLines } from './slip-lines.tsx';
import './slip.css';

export interface SlipProps {
  readonly received: Received;
  readonly unit: UnitDocument;
  readonly procedure: ProcedureDocument | undefined;
}

/** The receipt and appointment (Giấy tiếp nhận hồ sơ và hẹn trả kết quả), on A5. */
export function Slip({ received: { body, view }, unit, procedure }: SlipProps) {
  const { t } = useTranslation('slip');
  const format = useFormat();
  const say = useLedgerWords();
  const { dossier, ledger } = view;
  const code = dossier.code ?? dossier.dossierId;
  // Where citizens follow it from a telephone; a gateway of before tells no such place.
  const link = view.lookUpPath === undefined ? undefined : new URL(view.lookUpPath, window.location.origin).href;
  return (
    <section className="slip" aria-label={t('title')}>
      <header className="slip-head">
        <div>
          <p className="slip-unit">{format.name(unit.name)}</p>
          <p>{t('desk')}</p>
          <p>{t('number', { code })}</p>
        </div>
        <div className="slip-qr">
          <QrCode text={link ?? code} label={t('qr', { code })} />
          {link !== undefined && <p>{t('scan')}</p>}
        </div>
      </header>
      <h2 className="slip-title">{t('title')}</h2>
      <SlipLines
        body={body}
        procedureName={procedure === undefined ? body.procedure : format.name(procedure.name)}
        procedure={procedure}
      />
      <dl className="slip-lines">
        <dt>{t('received')}</dt>
        <dd>{dossier.receivedAt === null ? '–' : format.moment(dossier.receivedAt)}</dd>
        <dt>{t('due')}</dt>
        <dd>
          <strong className="slip-due">{dossier.currentDue === null ? t('noLimit') : format.moment(dossier.currentDue)}</strong>
          <span className="slip-ledger">{say(toLedgerLine(ledger))}</span>
        </dd>
        <dt>{t('resultBy')}</dt>
        <dd>{[t(`ways.${body.desk?.resultBy?.way ?? 'counter'}`), body.desk?.resultBy?.place].filter(Boolean).join(' · ')}</dd>
      </dl>
      <footer className="slip-foot">
        <div>
          <p className="slip-role">{t('handedIn')}</p>
          <p>{t('sign')}</p>
        </div>
        <div>
          <p className="slip-role">{t('tookIn')}</p>
          <p>{t('sign')}</p>
        </div>
      </footer>
    </section>
  );
}
