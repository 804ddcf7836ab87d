import type { ReactNode } from 'react';

export type Line = readonly [label: string, text: ReactNode];

/** What is said line by line; lines of what was not said are left out. */
export const Lines = ({ lines }: { readonly lines: readonly Line[] }) => (
  <dl className="slip-lines">
    {lines.map(([label, text]) =>
      text === undefined || text === null || text === '' ? null : (
        <div key={label} className="slip-line">
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ),
    )}
  </dl>
);

/** Some words of one line; empty where nothing is known. */
export const joinWords = (...words: readonly (string | undefined)[]): string => words.filter(Boolean).join(' · ');
