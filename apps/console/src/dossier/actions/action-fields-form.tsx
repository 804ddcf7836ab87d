import type { DossierAction, DossierProposal, DossierSnapshot, ReasonCommand } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/choice.tsx';
import { DateInputField } from '../../ui/date-input-field.tsx';
import type { ActionDraft } from './action-draft.ts';
import { actionFields, type ActionField } from './action-fields.ts';
import { CorrectionFields } from './correction-fields.tsx';
import { OfficerField } from './officer-field.tsx';
import { ProposalField } from './proposal-field.tsx';
import { ReasonFields } from './reason-fields.tsx';
import { PapersField, PaymentField, TakenByField } from './step-entry-fields.tsx';
import { UnitField } from './unit-field.tsx';

export interface ActionFieldsProps {
  readonly action: DossierAction;
  readonly dossier: DossierSnapshot;
  readonly proposals: readonly DossierProposal[];
  readonly draft: ActionDraft;
  readonly onChange: (change: Partial<ActionDraft>) => void;
  /** What is not asked for here. */
  readonly omits?: readonly ActionField[];
}

/** What the command is told, field by field. */
export const ActionFields = (props: ActionFieldsProps) =>
  actionFields[props.action]
    .filter((field) => props.omits?.includes(field) !== true)
    .map((field) => <Field key={field} {...props} field={field} />);

function Field({ field, action, dossier, proposals, draft, onChange }: ActionFieldsProps & { readonly field: ActionField }) {
  const { t } = useTranslation('dossier');
  switch (field) {
    case 'occurredAt':
    case 'newDue':
    case 'promised': {
      const name = field === 'occurredAt' ? field : 'newDue';
      return (
        <DateInputField
          label={t(`fields.${field}`)}
          granularity="minute"
          value={draft[name]}
          onChange={(moment) => {
            onChange({ [name]: moment });
          }}
        />
      );
    }
    case 'reason':
      return (
        <ReasonFields
          command={action as ReasonCommand}
          code={draft.reasonCode}
          text={draft.reasonText}
          onCode={(reasonCode) => {
            onChange({ reasonCode });
          }}
          onText={(reasonText) => {
            onChange({ reasonText });
          }}
        />
      );
    case 'toUnit':
    case 'unit':
      return (
        <UnitField
          label={field}
          except={action === 'transfer' ? dossier.handlingUnit : dossier.responsibleUnit}
          value={draft.toUnit}
          onChange={(toUnit) => {
            onChange({ toUnit, officer: undefined });
          }}
        />
      );
    case 'officer':
      return draft.toUnit === undefined ? null : (
        <OfficerField
          unit={draft.toUnit}
          value={draft.officer}
          onChange={(officer) => {
            onChange({ officer });
          }}
        />
      );
    case 'endedBy':
      return (
        <Choice
          label={t('fields.endedBy')}
          options={(['stopped', 'withdrawn'] as const).map((value) => ({ value, label: t(`ends.${value}`) }))}
          value={draft.endedBy}
          onChange={(endedBy) => {
            onChange({ endedBy });
          }}
        />
      );
    case 'correction':
      return <CorrectionFields draft={draft} onChange={onChange} />;
    case 'papers':
    case 'handedIn':
      return <PapersField kind={field} procedure={dossier.procedure} draft={draft} onChange={onChange} />;
    case 'takenBy':
      return <TakenByField draft={draft} onChange={onChange} />;
    case 'toPay':
    case 'paid':
      return <PaymentField kind={field} draft={draft} onChange={onChange} />;
    case 'proposal':
      return (
        <ProposalField
          proposals={proposals}
          timeZone={dossier.timeZone}
          value={draft.proposal}
          onChange={(proposal) => {
            onChange({ proposal });
          }}
        />
      );
  }
}
