import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import './segments.css';

export interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly hidesLabel?: boolean;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of two or three, all of them in sight; the arrow keys choose. */
export const Segments = <Value extends string>({ label, hidesLabel = false, options, value, onChange }: SegmentsProps<Value>) => (
  <RadioGroup
    className="segments"
    value={value}
    orientation="horizontal"
    onChange={(next) => {
      const chosen = options.find((option) => option.value === next);
      if (chosen !== undefined) onChange(chosen.value);
    }}
  >
    <Label className={hidesLabel ? 'only-read' : 'field-label'}>{label}</Label>
    <div className="segments-row">
      {options.map((option) => (
        <RadioField key={option.value} value={option.value}>
          <RadioButton className="segment">{option.label}</RadioButton>
        </RadioField>
      ))}
    </div>
  </RadioGroup>
);
