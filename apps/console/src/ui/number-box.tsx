import { Input, Label, NumberField, type NumberFieldProps } from 'react-aria-components';
import './text-field.css';

export interface NumberBoxProps extends Omit<NumberFieldProps, 'className' | 'children'> {
  readonly label: string;
}

/** A number, written as the language writes it. */
export const NumberBox = ({ label, ...props }: NumberBoxProps) => (
  <NumberField {...props} className="text-field">
    <Label className="text-field-label">{label}</Label>
    <Input className="text-field-input" />
  </NumberField>
);
