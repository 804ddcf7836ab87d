/** Where a reason in words lies, as its cipher text is bound to it: for the services that keep them, and for who cleans up after them. */
export const reasonPlaces = {
  /** `intake.reason`, by the version of the dossier. */
  intake: (dossierId: string, version: number): string => `${dossierId}/reason/${version}`,
  /** `sla.verdict_reason`, by the number of the verdict. */
  sla: (dossierId: string, judgement: number): string => `${dossierId}/verdict-reason/${judgement}`,
} as const;
