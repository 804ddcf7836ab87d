import { Link } from '@tanstack/react-router';
import './tabs.css';

export interface TabLinksProps<Tab extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly tab: Tab; readonly name: string }[];
  readonly current: Tab;
}

/** Parts of a page, each with an address of its own (`?tab=`); what was open in the one before is left. */
export const TabLinks = <Tab extends string>({ label, tabs, current }: TabLinksProps<Tab>) => (
  <nav className="tab-list" aria-label={label}>
    {tabs.map(({ tab, name }) => (
      <Link
        key={tab}
        to="."
        search={() => ({ tab })}
        className="tab"
        {...(tab === current ? { 'data-selected': true, 'aria-current': 'page' as const } : {})}
      >
        {name}
      </Link>
    ))}
  </nav>
);
