import type { DossierClocks } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dossierClocksQuery } from '../../../api/clock-queries.ts';
import type { ReadDossier } from '../../../api/dossier-queries.ts';
import { TimeLeft } from '../../../dossier/time-left.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Empty } from '../../../ui/states.tsx';
import { Ledger } from './ledger.tsx';
import './clocks.css';

type Clock = DossierClocks['clocks'][number];

/** How the due moment is counted, and every clock with what became of it. */
export function ClocksTab({ view: { dossier, ledger } }: { readonly view: ReadDossier }) {
  const { t } = useTranslation('dossier');
  const query = useQuery(dossierClocksQuery(dossier.dossierId));
  return (
    <div className="clocks">
      <Answer query={query} height={120}>
        {({ clocks }) =>
          clocks.length === 0 ? (
            <Empty>{t('clocks.none')}</Empty>
          ) : (
            clocks.map((clock) => <ClockPart key={clock.clock} clock={clock} />)
          )
        }
      </Answer>
      <section>
        <h3>{t('clocks.ledger')}</h3>
        <Ledger ledger={ledger} timeZone={dossier.timeZone} />
      </section>
    </div>
  );
}

function ClockPart({ clock }: { readonly clock: Clock }) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const at = (moment: string | null): string => (moment === null ? '–' : format.moment(moment, clock.timeZone));
  return (
    <details>
      <summary className="clock-line">
        <strong>{t(`clocks.${clock.clock}`)}</strong>
        {clock.state === 'closed' ? (
          <span>{t('clocks.closed')}</span>
        ) : (
          <TimeLeft minutes={clock.remainingMinutes} due={clock.due} timeZone={clock.timeZone} />
        )}
        {clock.breached && clock.state === 'closed' && <span className="status-late">▲ {t('clocks.breached')}</span>}
      </summary>
      <table className="clock-history">
        <caption className="only-read">{t('clocks.history')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('clocks.at')}</th>
            <th scope="col">{t('clocks.what')}</th>
            <th scope="col">{t('clocks.due')}</th>
          </tr>
        </thead>
        <tbody>
          {clock.history.map((line, index) => (
            <tr key={index}>
              <td>{at(line.at)}</td>
              <td>{t(`clocks.whats.${line.what}`)}</td>
              <td>{at(line.due)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
