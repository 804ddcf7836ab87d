import type { Absence, ListedDossier } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { absenceChanges, absencesQuery, endAbsence } from '../../../api/absence-queries.ts';
import { openDossiersQuery } from '../../../api/dossier-queries.ts';
import { staffQuery } from '../../../api/reference-queries.ts';
import { useWrite } from '../../../api/use-write.ts';
import { formatPeriod } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Refused } from '../../../ui/refused.tsx';
import { Empty } from '../../../ui/states.tsx';
import { AbsenceDialog } from './absence-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { toQueues } from './to-queues.ts';
import '../../../ui/plain-list.css';

/** Who is absent and who stands in; and, for heads, whose queue lies where. */
export function AbsencesList({ unit }: { readonly unit: string }) {
  const { t } = useTranslation('worklist');
  const { post } = useSession();
  const query = useQuery(absencesQuery(unit));
  // Whom one chooses from in the dialogs: a choice without options does not open.
  const staff = useQuery(staffQuery);
  const [isAsked, setAsked] = useState(false);
  const mayRecord = ['counter', 'specialist', 'head', 'admin'].includes(post.role);
  return (
    <>
      <Panel
        title={t('absences.title')}
        aside={
          mayRecord && (
            <Button
              isDisabled={staff.isPending}
              onPress={() => {
                setAsked(true);
              }}
            >
              {t('absences.record')}
            </Button>
          )
        }
      >
        <Answer query={query} height={120}>
          {({ absences }) =>
            absences.length === 0 ? (
              <Empty>{t('absences.empty')}</Empty>
            ) : (
              <ul className="plain-list">
                {absences.map((absence) => (
                  <AbsenceLine key={absence.id} absence={absence} />
                ))}
              </ul>
            )
          }
        </Answer>
      </Panel>
      {(post.role === 'head' || post.role === 'admin') && (
        <Answer query={staff} height={160}>
          {() => <Queues unit={unit} />}
        </Answer>
      )}
      {isAsked && (
        <AbsenceDialog
          unit={unit}
          onClose={() => {
            setAsked(false);
          }}
        />
      )}
    </>
  );
}

function AbsenceLine({ absence: { id, staff, from, to, substitute } }: { readonly absence: Absence }) {
  const { t } = useTranslation('worklist');
  const { person, post } = useSession();
  const write = useWrite(endAbsence, { changes: absenceChanges });
  const isTheirs = staff === person.sub || post.role === 'head' || post.role === 'admin';
  return (
    <li className="plain-line">
      <div className="plain-main">
        <strong>{staff}</strong>
        <span className="quiet">{formatPeriod(from, to)}</span>
      </div>
      <span>{t('absences.standsIn', { officer: substitute })}</span>
      {isTheirs && (
        <Button
          isDisabled={write.isPending}
          aria-label={t('absences.endOf', { officer: staff })}
          onPress={() => {
            write.mutate(id);
          }}
        >
          {t('absences.end')}
        </Button>
      )}
      {write.error !== null && <Refused error={write.error} />}
    </li>
  );
}

/** Each officer with what they have in hand. */
function Queues({ unit }: { readonly unit: string }) {
  const { t } = useTranslation('worklist');
  const format = useFormat();
  const query = useQuery(openDossiersQuery(unit));
  const [asked, setAsked] = useState<{ readonly officer: string; readonly dossiers: readonly ListedDossier[] }>();
  return (
    <Panel title={t('absences.queues')}>
      <Answer query={query} height={160}>
        {(dossiers) => {
          const queues = toQueues(dossiers, unit);
          return queues.length === 0 ? (
            <Empty>{t('absences.noQueues')}</Empty>
          ) : (
            <ul className="plain-list">
              {queues.map((queue) => (
                <li key={queue.officer} className="plain-line">
                  <strong>{queue.officer}</strong>
                  <span>{t('selected', { number: format.count(queue.dossiers.length) })}</span>
                  <Button
                    aria-label={t('absences.handOverAll', {
                      officer: queue.officer,
                      number: format.count(queue.dossiers.length),
                    })}
                    onPress={() => {
                      setAsked(queue);
                    }}
                  >
                    {t('absences.handOver')}
                  </Button>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      {asked !== undefined && (
        <HandOverDialog
          unit={unit}
          from={asked.officer}
          dossiers={asked.dossiers}
          onClose={() => {
            setAsked(undefined);
          }}
        />
      )}
    </Panel>
  );
}
