import type { BoardGrouping, FigurePart } from '@motcua/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Period } from '../../scope/periods.ts';
import { useSession } from '../../session/session-context.ts';
import { readOrganisation } from '../../scope/organisation.ts';
import type { ScopeSearch } from '../../scope/scope-search.ts';

export interface FigureLinkProps {
  readonly indicator: string;
  readonly part: FigurePart;
  /** With `rowKey`: one row of a board grouped so. */
  readonly by?: BoardGrouping | undefined;
  readonly rowKey?: string | undefined;
  readonly asOf?: string | undefined;
  /** Other days than the address names. */
  readonly period?: Period;
  readonly label?: string;
  readonly className?: string;
  readonly tabIndex?: number;
  readonly onFocus?: () => void;
  readonly children: ReactNode;
}

/** From a figure to the dossiers behind it. */
export function FigureLink({ indicator, part, by, rowKey, asOf, period, label, className, children, ...focus }: FigureLinkProps) {
  // At a wall nobody opens a list of dossiers.
  if (useSession().isWall) return <span className={className}>{children}</span>;
  return (
    <Link
      to="/figures/$indicator"
      params={{ indicator }}
      search={(before) => ({
        ...(before.unit === undefined ? {} : { unit: before.unit }),
        ...(period ?? toShownPeriod(before)),
        part,
        ...(by === undefined || rowKey === undefined ? {} : { by, key: rowKey }),
        ...(asOf === undefined ? {} : { asOf }),
        ...readOrganisation(before.organisation),
      })}
      className={className ?? 'figure-link'}
      aria-label={label}
      {...focus}
    >
      {children}
    </Link>
  );
}

const toShownPeriod = ({ from, to }: ScopeSearch): Partial<Period> =>
  from === undefined || to === undefined ? {} : { from, to };
