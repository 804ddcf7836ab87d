import { parseAbsolute, toCalendarDateTime } from '@internationalized/date';
import type { LikelyCompletedOfflineLine } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { likelyCompletedOfflineQuery } from '../../../api/clock-queries.ts';
import { ActionForDossier } from '../../../dossier/actions/action-for-dossier.tsx';
import { DossierLink } from '../../../dossier/dossier-link.tsx';
import { useProcedureName, useUnitName } from '../../../dossier/use-names.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/states.tsx';
import '../../../ui/plain-list.css';

const mayProcess = ['specialist', 'head', 'admin'];

/** Done on paper, probably, and not recorded: closed now, with the true moment as a proposal. */
export function OfflineList({ unit }: { readonly unit: string }) {
  const { t } = useTranslation('worklist');
  const query = useQuery(likelyCompletedOfflineQuery(unit));
  const [asked, setAsked] = useState<LikelyCompletedOfflineLine>();
  return (
    <>
      <Answer query={query} height={320}>
        {({ dossiers }) =>
          dossiers.length === 0 ? (
            <Empty>{t('offline.empty')}</Empty>
          ) : (
            <ul className="plain-list">
              {dossiers.map((line) => (
                <OfflineLine
                  key={line.dossierId}
                  line={line}
                  onAsk={() => {
                    setAsked(line);
                  }}
                />
              ))}
            </ul>
          )
        }
      </Answer>
      {asked !== undefined && (
        <ActionForDossier
          dossierId={asked.dossierId}
          action="process"
          draft={{ occurredAt: toLikelyMoment(asked) }}
          onClose={() => {
            setAsked(undefined);
          }}
        />
      )}
    </>
  );
}

/** What the trail says: when it was finished in the file. Of what nobody touched nothing is known. */
const toLikelyMoment = ({ why, lastTouchedAt, timeZone }: LikelyCompletedOfflineLine) =>
  why === 'finished-in-file'
    ? toCalendarDateTime(parseAbsolute(lastTouchedAt, timeZone)).set({ second: 0, millisecond: 0 })
    : null;

function OfflineLine({ line, onAsk }: { readonly line: LikelyCompletedOfflineLine; readonly onAsk: () => void }) {
  const { t } = useTranslation('worklist');
  const format = useFormat();
  const procedureName = useProcedureName();
  const unitName = useUnitName();
  const { post } = useSession();
  return (
    <li className="plain-line">
      <div className="plain-main">
        <DossierLink {...line} />
        <span className="quiet">{procedureName(line.procedure)}</span>
      </div>
      <div className="plain-main">
        <span>{t(`offline.why.${line.why}`, { at: format.moment(line.lastTouchedAt, line.timeZone) })}</span>
        <span className="quiet">
          {unitName(line.unit)} · {line.officer ?? t('nobody')}
          {line.due !== null && ` · ${t('offline.due', { at: format.moment(line.due, line.timeZone) })}`}
        </span>
      </div>
      {mayProcess.includes(post.role) && <Button onPress={onAsk}>{t('offline.close')}</Button>}
    </li>
  );
}
