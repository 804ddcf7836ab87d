import { Input, Label, TextField, type TextFieldProps } from 'react-aria-components';
import './text-field.css';

export interface TextBoxProps extends Omit<TextFieldProps, 'className' | 'children'> {
  readonly label: string;
  readonly placeholder?: string;
}

/** A line of words. */
export const TextBox = ({ label, placeholder, ...props }: TextBoxProps) => (
  <TextField {...props} className="text-field">
    <Label className="text-field-label">{label}</Label>
    <Input className="text-field-input" {...(placeholder === undefined ? {} : { placeholder })} />
  </TextField>
);
