import type { FigureList, FigurePart } from '@motcua/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export interface FigureListLinkProps {
  readonly list: FigureList;
  readonly part: FigurePart;
  /** The moment of the report, so that the list is of the same one. */
  readonly asOf: string;
  readonly children: ReactNode;
}

/** To the whole list of dossiers behind a counted figure. Ratings have no page of their own: they open in the report. */
export function FigureListLink({ list: { kind, indicator, by, key }, part, asOf, children }: FigureListLinkProps) {
  if (kind === 'ratings') return null;
  return (
    <Link
      to="/figures/$indicator"
      params={{ indicator }}
      search={({ unit, from, to }) => ({
        ...(unit === undefined ? {} : { unit }),
        ...(from === undefined || to === undefined ? {} : { from, to }),
        part,
        asOf,
        ...(by === null || key === null ? {} : { by, key }),
      })}
    >
      {children}
    </Link>
  );
}
