import { Label, TextArea as AriaTextArea, TextField, type TextFieldProps } from 'react-aria-components';
import './text-field.css';

export interface TextAreaProps extends Omit<TextFieldProps, 'className' | 'children'> {
  readonly label: string;
}

/** Some lines of words. */
export const TextArea = ({ label, ...props }: TextAreaProps) => (
  <TextField {...props} className="text-field">
    <Label className="text-field-label">{label}</Label>
    <AriaTextArea className="text-field-input" rows={3} />
  </TextField>
);
