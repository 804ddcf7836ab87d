import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import './button.css';
import './choice.css';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** How far it is set in: a tree in a list. */
  readonly depth?: number;
}

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  /** Whether the label is only for those who listen. */
  readonly hidesLabel?: boolean;
  readonly options: readonly ChoiceOption<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

/** One of several; typing jumps to what begins so. */
export function Choice<Value extends string>({ label, hidesLabel = false, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <Select
      className="choice"
      value={value ?? null}
      onChange={(key) => {
        const found = options.find((option) => option.value === key);
        if (found !== undefined) onChange(found.value);
      }}
    >
      <Label className={hidesLabel ? 'only-read' : 'choice-label'}>{label}</Label>
      <Button className="button button-plain choice-button">
        <SelectValue className="choice-value">{({ selectedText }) => (selectedText === '' ? label : selectedText)}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="choice-list" items={options.map((option) => ({ ...option, id: option.value }))}>
          {({ id, label: text, depth = 0 }) => (
            <ListBoxItem id={id} textValue={text} className="choice-item" style={{ paddingInlineStart: `${0.75 + depth}rem` }}>
              {text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
