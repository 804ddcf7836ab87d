import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  /** `main`: the next thing to do, one a page; `quiet`: an icon or a word among others. */
  readonly kind?: 'main' | 'plain' | 'quiet';
  readonly ref?: Ref<HTMLButtonElement>;
}

export const Button = ({ kind = 'plain', ...props }: ButtonProps) => (
  <AriaButton {...props} className={`button button-${kind}`} />
);
