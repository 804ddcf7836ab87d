import type { ReactNode } from 'react';

/** What is wider than the page: it scrolls by itself, and by the keyboard too. */
export const ScrollRegion = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- what scrolls is reached by the keyboard (WCAG 2.1.1)
  <div className="scroll-region" role="group" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
