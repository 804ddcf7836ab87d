import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { proceduresQuery } from '../../api/reference-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { NumberBox } from '../../ui/number-box.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextBox } from '../../ui/text-box.tsx';
import { Tick } from '../../ui/tick.tsx';
import type { ActionDraft } from './action-draft.ts';
import './actions.css';

export interface StepEntryFieldsProps {
  readonly draft: ActionDraft;
  readonly onChange: (change: Partial<ActionDraft>) => void;
}

export interface PapersFieldProps extends StepEntryFieldsProps {
  readonly kind: 'papers' | 'handedIn';
  readonly procedure: string;
}

/** What the citizen is to bring, or brought: papers of the procedure to tick, others in words. */
export function PapersField({ kind, procedure, draft, onChange }: PapersFieldProps) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const { data: procedures = [] } = useQuery(proceduresQuery);
  const components = procedures.find(({ code }) => code === procedure)?.components ?? [];
  const { papers, otherPapers } = draft;
  return (
    <fieldset className="papers">
      <legend>{t(`fields.${kind}`)}</legend>
      {components.map(({ code, name }) => (
        <Tick
          key={code}
          isSelected={papers.includes(code)}
          onChange={(isSelected) => {
            // In the order of the procedure, whatever was ticked first.
            const ticked = components
              .map((component) => component.code)
              .filter((one) => (one === code ? isSelected : papers.includes(one)));
            onChange({ papers: ticked });
          }}
        >
          {format.name(name)}
        </Tick>
      ))}
      <TextArea
        label={t('fields.otherPapers')}
        value={otherPapers}
        onChange={(text) => {
          onChange({ otherPapers: text });
        }}
      />
    </fieldset>
  );
}

/** Who took the result in the applicant's place. */
export function TakenByField({ draft: { takenBy }, onChange }: StepEntryFieldsProps) {
  const { t } = useTranslation('dossier');
  return (
    <fieldset className="papers">
      <legend>{t('fields.takenBy')}</legend>
      {(['name', 'idNumber', 'phone'] as const).map((part) => (
        <TextBox
          key={part}
          label={t(`takenBy.${part}`)}
          value={takenBy[part]}
          maxLength={part === 'name' ? 200 : 20}
          autoComplete="off"
          onChange={(text) => {
            onChange({ takenBy: { ...takenBy, [part]: text } });
          }}
        />
      ))}
    </fieldset>
  );
}

/** What is to be paid and where, or what was paid and by which receipt. */
export function PaymentField({ kind, draft, onChange }: StepEntryFieldsProps & { readonly kind: 'toPay' | 'paid' }) {
  const { t } = useTranslation('dossier');
  const words = kind === 'toPay' ? 'payAt' : 'receiptNumber';
  return (
    <>
      <NumberBox
        label={t('fields.amount')}
        minValue={0}
        maxValue={1_000_000_000_000}
        value={draft.amount ?? NaN}
        onChange={(amount) => {
          onChange({ amount: Number.isInteger(amount) ? amount : undefined });
        }}
      />
      <TextBox
        label={t(`fields.${words}`)}
        value={draft[words]}
        maxLength={words === 'payAt' ? 500 : 50}
        autoComplete="off"
        onChange={(text) => {
          onChange({ [words]: text });
        }}
      />
    </>
  );
}
