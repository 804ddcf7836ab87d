import type { Ii06FormId } from '@motcua/contracts';

export const forms = ['ii06a', 'ii06b', 'ii06c'] as const satisfies readonly Ii06FormId[];

/** What the address of a statutory report says beside unit and period. */
export interface StatutorySearch {
  /** Absent: II.06a. */
  readonly form?: Ii06FormId;
}

/** Reads an address; what is not understood is left out. */
export function readStatutorySearch(search: Readonly<Record<string, unknown>>): StatutorySearch {
  const form = forms.find((one) => one === search['form']);
  return form === undefined ? {} : { form };
}
