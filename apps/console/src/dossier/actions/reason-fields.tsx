import type { ReasonCommand, ReasonDocument } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reasonsQuery } from '../../api/reference-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Choice } from '../../ui/choice.tsx';
import { TextArea } from '../../ui/text-area.tsx';

export interface ReasonFieldsProps {
  readonly command: ReasonCommand;
  readonly code: string | undefined;
  readonly text: string;
  readonly onCode: (code: string) => void;
  readonly onText: (text: string) => void;
}

/** The reasons of the catalogue that may be given for a command. */
export function useReasons(command: ReasonCommand | undefined): readonly ReasonDocument[] {
  const { data = [] } = useQuery({ ...reasonsQuery, enabled: command !== undefined });
  return command === undefined ? [] : data.filter(({ commands }) => commands.includes(command));
}

/** A reason of the catalogue, and words about it: asked for by some reasons, welcome with any. */
export function ReasonFields({ command, code, text, onCode, onText }: ReasonFieldsProps) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const reasons = useReasons(command);
  const chosen = reasons.find((reason) => reason.code === code);
  return (
    <>
      <Choice
        label={t('fields.reason')}
        options={reasons.map((reason) => ({ value: reason.code, label: format.name(reason.name) }))}
        value={code}
        onChange={onCode}
      />
      <TextArea
        label={t(chosen?.asksText === true ? 'fields.reasonTextNeeded' : 'fields.reasonText')}
        value={text}
        onChange={onText}
        isRequired={chosen?.asksText === true}
      />
    </>
  );
}
