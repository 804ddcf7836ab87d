import type { Ii06FormId, ScoreSetId } from '@motcua/contracts';

export const ii06Forms = ['ii06a', 'ii06b', 'ii06c'] as const satisfies readonly Ii06FormId[];
export const scoreSets = ['set-766', 'tt-01-2018'] as const satisfies readonly ScoreSetId[];
export const forms = [...ii06Forms, ...scoreSets] as const;
export type StatutoryForm = (typeof forms)[number];

/** What the address of a statutory report says beside unit and period. */
export interface StatutorySearch {
  /** Absent: II.06a. */
  readonly form?: StatutoryForm;
}

/** Reads an address; what is not understood is left out. */
export function readStatutorySearch(search: Readonly<Record<string, unknown>>): StatutorySearch {
  const form = forms.find((one) => one === search['form']);
  return form === undefined ? {} : { form };
}

/** Whether a form is a set of criteria with points. */
export const findScoreSet = (form: StatutoryForm): ScoreSetId | undefined => scoreSets.find((set) => set === form);
