import { DateField, DateInput, DateSegment, Label, type DateFieldProps, type DateValue } from 'react-aria-components';
import './date-input-field.css';

export interface DateInputFieldProps<Value extends DateValue> extends Omit<DateFieldProps<Value>, 'className' | 'children'> {
  readonly label: string;
}

/** A date or a moment, typed part by part in the order of the language: dd/mm/yyyy. */
export const DateInputField = <Value extends DateValue>({ label, ...props }: DateInputFieldProps<Value>) => (
  <DateField {...props} className="date-field" shouldForceLeadingZeros hourCycle={24}>
    <Label>{label}</Label>
    <DateInput className="date-input">{(segment) => <DateSegment segment={segment} className="date-segment" />}</DateInput>
  </DateField>
);
