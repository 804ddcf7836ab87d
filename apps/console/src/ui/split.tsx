import type { ReactNode } from 'react';
import './split.css';

/** A list, and beside it (below, where it is narrow) what is open of it. */
export const Split = ({ children, beside }: { readonly children: ReactNode; readonly beside: ReactNode }) => (
  <div className={beside === undefined ? 'split' : 'split split-open'}>
    <div className="split-main">{children}</div>
    {beside !== undefined && <div className="split-beside">{beside}</div>}
  </div>
);
