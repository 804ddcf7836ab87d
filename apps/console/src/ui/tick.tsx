import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import './tick.css';

export interface TickProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is so or not. */
export const Tick = ({ isSelected, onChange, children }: TickProps) => (
  <CheckboxField isSelected={isSelected} onChange={onChange}>
    <CheckboxButton className="tick">
      <span className="tick-box" aria-hidden />
      {children}
    </CheckboxButton>
  </CheckboxField>
);
