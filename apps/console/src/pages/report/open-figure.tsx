import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

const route = getRouteApi('/report');

export interface OpenFigureProps {
  /** Id of the figure in the report. */
  readonly id: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** Opens what is behind a figure, beside the text. */
export function OpenFigure({ id, label, children }: OpenFigureProps) {
  const { figure } = route.useSearch();
  return (
    <Link
      to="/report"
      search={({ edit: _edit, ...before }) => ({ ...before, figure: id })}
      resetScroll={false}
      className="figure-mark"
      aria-label={label}
      aria-current={figure === id ? 'true' : undefined}
    >
      {children}
    </Link>
  );
}
