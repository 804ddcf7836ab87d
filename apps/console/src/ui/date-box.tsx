import { parseDate } from '@internationalized/date';
import { DateInputField } from './date-input-field.tsx';

export interface DateBoxProps {
  readonly label: string;
  /** Local date `YYYY-MM-DD`; null: none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly isRequired?: boolean;
}

/** A local date as the API writes it. */
export const DateBox = ({ label, value, onChange, isRequired = false }: DateBoxProps) => (
  <DateInputField
    label={label}
    isRequired={isRequired}
    value={value === null ? null : parseDate(value)}
    onChange={(date) => {
      onChange(date === null ? null : date.toString());
    }}
  />
);
