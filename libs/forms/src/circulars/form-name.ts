/** The forms, by what they are for: their numbers moved between circulars. */
export const formNames = ['receipt', 'supplement', 'refusal', 'apology', 'stopping', 'control'] as const;
export type FormName = (typeof formNames)[number];
