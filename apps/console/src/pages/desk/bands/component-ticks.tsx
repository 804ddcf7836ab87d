import type { ProcedureComponent } from '@motcua/contracts';
import { Input, NumberField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { Tick } from '../../../ui/tick.tsx';
import type { Draft } from '../draft.ts';

export interface ComponentTicksProps {
  readonly components: readonly ProcedureComponent[];
  readonly copies: Draft['copies'];
  readonly onChange: (copies: Draft['copies']) => void;
  /** Undefined: how many of them are originals is not asked for. */
  readonly originals: Draft['originals'] | undefined;
  readonly onOriginals: (originals: Draft['originals']) => void;
}

/** The papers of a procedure: ticked is handed in, with its number of copies. */
export function ComponentTicks({ components, copies, onChange, originals, onOriginals }: ComponentTicksProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  if (components.length === 0) return <p className="no-components">{t('noComponents')}</p>;
  const set = (code: string, count: number | undefined): void => {
    const { [code]: _, ...others } = copies;
    onChange(count === undefined ? others : { ...others, [code]: count });
  };
  return (
    <ul className="components" aria-label={t('components')}>
      {components.map(({ code, name, copies: asked }) => (
        <li key={code} className="component">
          <Tick
            isSelected={copies[code] !== undefined}
            onChange={(isSelected) => {
              set(code, isSelected ? asked : undefined);
            }}
          >
            <span className="component-name" title={format.name(name)}>
              {format.name(name)}
            </span>
          </Tick>
          <NumberField
            aria-label={t('copiesOf', { name: format.name(name) })}
            className="copies"
            minValue={1}
            maxValue={999}
            value={copies[code] ?? asked}
            isDisabled={copies[code] === undefined}
            onChange={(count) => {
              if (Number.isInteger(count)) set(code, count);
            }}
          >
            <Input className="field-input copies-input" />
          </NumberField>
          {originals !== undefined && (
            <NumberField
              aria-label={t('originalsOf', { name: format.name(name) })}
              className="copies"
              minValue={0}
              maxValue={copies[code] ?? asked}
              value={originals[code] ?? NaN}
              isDisabled={copies[code] === undefined}
              onChange={(count) => {
                const { [code]: _, ...others } = originals;
                onOriginals(Number.isInteger(count) ? { ...others, [code]: count } : others);
              }}
            >
              <Input className="field-input copies-input originals-input" placeholder={t('originals')} />
            </NumberField>
          )}
        </li>
      ))}
    </ul>
  );
}
