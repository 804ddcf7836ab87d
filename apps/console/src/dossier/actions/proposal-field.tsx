import type { DossierProposal } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/choice.tsx';
import { useProposalWords } from '../history/use-proposal-words.ts';

/** Which of the proposals that wait. */
export function ProposalField({
  proposals,
  timeZone,
  value,
  onChange,
}: {
  readonly proposals: readonly DossierProposal[];
  readonly timeZone: string;
  readonly value: number | undefined;
  readonly onChange: (proposal: number) => void;
}) {
  const { t } = useTranslation('dossier');
  const say = useProposalWords();
  const waiting = proposals.filter(({ state }) => state === 'pending');
  return (
    <Choice
      label={t('fields.proposal')}
      options={waiting.map((one) => ({ value: String(one.proposal), label: say(one, timeZone) }))}
      value={value === undefined ? undefined : String(value)}
      onChange={(chosen) => {
        onChange(Number(chosen));
      }}
    />
  );
}
