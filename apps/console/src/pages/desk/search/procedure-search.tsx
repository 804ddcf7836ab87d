import type { ProcedureDocument } from '@motcua/contracts';
import { useMemo, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { findProcedures, indexProcedures } from './find-procedures.ts';
import '../../../ui/choice.css';

export interface ProcedureSearchProps {
  readonly procedures: readonly ProcedureDocument[];
  readonly chosen: ProcedureDocument | undefined;
  readonly isInvalid: boolean;
  readonly onChoose: (procedure: ProcedureDocument | undefined) => void;
}

/** A procedure by a few letters of its name, with or without accents, or by its code. */
export function ProcedureSearch({ procedures, chosen, isInvalid, onChoose }: ProcedureSearchProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const index = useMemo(() => indexProcedures(procedures), [procedures]);
  const [typed, setTyped] = useState<string | undefined>();
  const found = findProcedures(index, typed ?? '');
  const shown = chosen === undefined ? '' : format.name(chosen.name);
  return (
    <ComboBox
      className="field"
      isInvalid={isInvalid}
      items={found.map((procedure) => ({ ...procedure, id: procedure.code }))}
      value={chosen?.code ?? null}
      onChange={(code) => {
        setTyped(undefined);
        onChoose(procedures.find((procedure) => procedure.code === code));
      }}
      inputValue={typed ?? shown}
      onInputChange={setTyped}
      onBlur={() => {
        setTyped(undefined);
      }}
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="input"
    >
      <Label className="field-label">
        {t('procedure')}
        <span aria-hidden> *</span>
      </Label>
      <Input className="field-input search-input" placeholder={t('searchHint')} />
      <Popover className="popover search-popover">
        <ListBox className="choice-list" renderEmptyState={() => <p className="state-empty search-none">{t('nothingFound')}</p>}>
          {(procedure: ProcedureDocument) => (
            <ListBoxItem id={procedure.code} textValue={format.name(procedure.name)} className="choice-item search-item">
              <span className="search-name">{format.name(procedure.name)}</span>
              <span className="search-code">{procedure.code}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
