import type { Figure } from '@motcua/contracts';
import { Link, useSearch } from '@tanstack/react-router';
import { Info } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DisputeButton } from '../../../dispute/dispute-button.tsx';
import type { Organisation } from '../../../scope/organisation.ts';
import type { Period } from '../../../scope/periods.ts';
import './card.css';

export interface CardProps {
  readonly title: string;
  /** Whose definition is one click away. */
  readonly indicator: string;
  /** As it stands on the card; absent: there is none yet. */
  readonly figure: Pick<Figure, 'numerator' | 'denominator' | 'value'> | undefined;
  /** Other days than the page's. */
  readonly period?: Period;
  readonly children: ReactNode;
}

/** A figure with its rule, its target and the way to its definition. */
export function Card({ title, indicator, figure, period, children }: CardProps) {
  const { asOf, organisation }: { asOf?: string; organisation?: Organisation } = useSearch({ strict: false });
  const { t } = useTranslation('board');
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>{title}</h2>
        <span className="card-ways">
          {/* The address that is kept names no organisation: under the units of today it would lead to another figure. */}
          {organisation === undefined && (
            <DisputeButton about={{ page: 'board', indicator, asOf: asOf ?? null, ...period, ...toParts(figure) }} name={title} />
          )}
          <Link to="/indicators" hash={indicator} className="card-info" aria-label={t('definition', { name: title })}>
            <Info size={15} aria-hidden />
          </Link>
        </span>
      </header>
      {children}
    </section>
  );
}

const toParts = (figure: CardProps['figure']) =>
  figure === undefined ? {} : { numerator: figure.numerator, denominator: figure.denominator, value: figure.value };
