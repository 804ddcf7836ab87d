/** What the address of a list with details says beside unit and period. */
export interface DetailSearch {
  /** Part of the page. */
  readonly tab?: string;
  /** Words that are looked for. */
  readonly q?: string;
  /** The entry whose details are open, by its code. */
  readonly open?: string;
  /** What is open is being changed, or one is being added. */
  readonly edit?: 'open' | 'new';
  /** Local date on which the list stood. */
  readonly at?: string;
}

/** Reads an address; what is not understood is left out. */
export function readDetailSearch({ tab, q, open, edit, at }: Readonly<Record<string, unknown>>): DetailSearch {
  return {
    ...(isText(tab) ? { tab } : {}),
    ...(isText(q) ? { q } : {}),
    ...(isText(open) ? { open } : {}),
    ...(edit === 'open' || edit === 'new' ? { edit } : {}),
    ...(isText(at) && /^\d{4}-\d{2}-\d{2}$/.test(at) ? { at } : {}),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
