import type { DossierAction, ProposalPage } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proposalsQuery } from '../../../api/supervision-queries.ts';
import { ActionForDossier } from '../../../dossier/actions/action-for-dossier.tsx';
import { DossierLink } from '../../../dossier/dossier-link.tsx';
import { useProposalWords } from '../../../dossier/history/use-proposal-words.ts';
import { useUnitName } from '../../../dossier/use-names.ts';
import { officeTimeZone } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/states.tsx';
import '../../../ui/plain-list.css';

type Line = ProposalPage['proposals'][number];
interface Asked {
  readonly action: DossierAction;
  readonly line: Line;
}

/** What would change figures of the past, and waits for a head. */
export function ApprovalsList({ unit }: { readonly unit: string }) {
  const { t } = useTranslation('worklist');
  const query = useQuery(proposalsQuery(unit));
  const [asked, setAsked] = useState<Asked>();
  return (
    <>
      <Answer query={query} height={320}>
        {({ proposals }) =>
          proposals.length === 0 ? (
            <Empty>{t('approvals.empty')}</Empty>
          ) : (
            <ul className="plain-list">
              {proposals.map((line) => (
                <ApprovalLine key={`${line.dossierId} ${line.proposal}`} line={line} onAsk={setAsked} />
              ))}
            </ul>
          )
        }
      </Answer>
      {asked !== undefined && (
        <ActionForDossier
          dossierId={asked.line.dossierId}
          action={asked.action}
          draft={{ proposal: asked.line.proposal }}
          onClose={() => {
            setAsked(undefined);
          }}
        />
      )}
    </>
  );
}

function ApprovalLine({ line, onAsk }: { readonly line: Line; readonly onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation('worklist');
  const { t: ofDossier } = useTranslation('dossier');
  const format = useFormat();
  const unitName = useUnitName();
  const say = useProposalWords();
  const { person } = useSession();
  const isOwn = line.madeBy === person.sub;
  return (
    <li className="plain-line">
      <div className="plain-main">
        <DossierLink {...line} />
        <span className="quiet">{unitName(line.responsibleUnit)}</span>
      </div>
      <div className="plain-main">
        <span className="plain-whole">{say(line, officeTimeZone)}</span>
        <span className="quiet">
          {line.madeBy === null ? ofDossier('byNobody') : ofDossier('madeBy', { actor: line.madeBy })} ·{' '}
          {ofDossier('lapses', { at: format.moment(line.lapsesAt) })}
        </span>
      </div>
      {isOwn ? (
        <span className="quiet">{t('approvals.own')}</span>
      ) : (
        <span className="action-bar">
          {(['approve-proposal', 'reject-proposal'] as const).map((action) => (
            <Button
              key={action}
              onPress={() => {
                onAsk({ action, line });
              }}
            >
              {ofDossier(action === 'approve-proposal' ? 'approve' : 'reject')}
            </Button>
          ))}
        </span>
      )}
    </li>
  );
}
