import type { ComponentType } from 'react';
import { TabLinks } from './tab-links.tsx';

export interface PageTab {
  /** As the address says it. */
  readonly tab: string;
  readonly name: string;
  /** The line of help at the foot of the page. */
  readonly help: string;
  readonly Part: ComponentType;
}

export interface TabbedPageProps {
  readonly title: string;
  /** The first is shown where the address names none that there is. */
  readonly tabs: readonly PageTab[];
  readonly asked: string | undefined;
}

/** A page of several parts, one at a time, each with an address of its own. */
export function TabbedPage({ title, tabs, asked }: TabbedPageProps) {
  const current = tabs.find(({ tab }) => tab === asked) ?? tabs[0];
  if (current === undefined) return null;
  const { Part, help, tab } = current;
  return (
    <article>
      <h1 className="page-title">{title}</h1>
      <TabLinks label={title} tabs={tabs} current={tab} />
      <Part />
      <p className="page-help">{help}</p>
    </article>
  );
}
