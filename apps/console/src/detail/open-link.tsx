import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DetailSearch } from './detail-search.ts';

/** Opens the details of an entry beside the list. */
export const OpenLink = ({ code, children }: { readonly code: string; readonly children: ReactNode }) => (
  <Link to="." search={({ edit: _edit, ...before }: DetailSearch) => ({ ...before, open: code })} resetScroll={false}>
    {children}
  </Link>
);
