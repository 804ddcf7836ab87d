import { Link } from '@tanstack/react-router';
import { Info } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './card.css';

export interface CardProps {
  readonly title: string;
  /** Whose definition is one click away. */
  readonly indicator: string;
  readonly children: ReactNode;
}

/** A figure with its rule, its target and the way to its definition. */
export function Card({ title, indicator, children }: CardProps) {
  const { t } = useTranslation('board');
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>{title}</h2>
        <Link to="/indicators" hash={indicator} className="card-info" aria-label={t('definition', { name: title })}>
          <Info size={15} aria-hidden />
        </Link>
      </header>
      {children}
    </section>
  );
}
