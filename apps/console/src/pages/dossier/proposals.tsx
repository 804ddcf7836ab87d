import type { DossierAction, DossierProposal } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadDossier } from '../../api/dossier-queries.ts';
import { ActionDialog } from '../../dossier/actions/action-dialog.tsx';
import { useProposalWords } from '../../dossier/history/use-proposal-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';

const decisions = ['approve-proposal', 'reject-proposal'] as const;

/** What was proposed about a dossier and waits; who may decides here. */
export function Proposals({ view: { dossier, proposals = [], actions = [] } }: { readonly view: ReadDossier }) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const say = useProposalWords();
  const [asked, setAsked] = useState<{ readonly action: DossierAction; readonly proposal: DossierProposal }>();
  const waiting = proposals.filter(({ state }) => state === 'pending');
  if (waiting.length === 0) return null;
  return (
    <Panel title={t('waitingProposals')}>
      <ul className="dossier-proposals">
        {waiting.map((proposal) => (
          <li key={proposal.proposal}>
            <span>
              {say(proposal, dossier.timeZone)}
              <br />
              <span className="dialog-hint">
                {proposal.madeBy === null ? t('byNobody') : t('madeBy', { actor: proposal.madeBy })} ·{' '}
                {t('lapses', { at: format.moment(proposal.lapsesAt, dossier.timeZone) })}
              </span>
            </span>
            <span className="action-bar">
              {decisions
                .filter((action) => actions.includes(action))
                .map((action) => (
                  <Button
                    key={action}
                    onPress={() => {
                      setAsked({ action, proposal });
                    }}
                  >
                    {t(action === 'approve-proposal' ? 'approve' : 'reject')}
                  </Button>
                ))}
            </span>
          </li>
        ))}
      </ul>
      {asked !== undefined && (
        <ActionDialog
          action={asked.action}
          dossier={dossier}
          proposals={proposals}
          draft={{ proposal: asked.proposal.proposal }}
          onClose={() => {
            setAsked(undefined);
          }}
        />
      )}
    </Panel>
  );
}
