import type { Ref } from 'react';
import { Input, Label, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import './field-grid.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  readonly label: string;
  /** How many of twelve columns it takes in a `.fields`. */
  readonly span?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A line of text with its name above it. */
export const TextField = ({ label, span = 3, inputRef, ...props }: TextFieldProps) => (
  <AriaTextField {...props} className={`field span-${span}`}>
    <Label className="field-label">
      {label}
      {props.isRequired === true && <span aria-hidden> *</span>}
    </Label>
    <Input className="field-input" {...(inputRef === undefined ? {} : { ref: inputRef })} />
  </AriaTextField>
);
