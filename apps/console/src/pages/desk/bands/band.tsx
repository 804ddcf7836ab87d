import { useId, type ReactNode } from 'react';
import '../../../ui/panel.css';

export interface BandProps {
  /** Its place, and so the digit that leads to it. */
  readonly number: 1 | 2 | 3;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the receipt. */
export function Band({ number, title, aside, children }: BandProps) {
  const id = useId();
  return (
    <section className="panel band" data-band={number} aria-labelledby={id}>
      <header className="band-head">
        <h2 id={id}>{title}</h2>
        <kbd className="band-key">Alt {number}</kbd>
        {aside}
      </header>
      {children}
    </section>
  );
}
