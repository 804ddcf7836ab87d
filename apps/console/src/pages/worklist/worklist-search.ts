export const worklistTabs = ['open', 'offline', 'approvals', 'causes', 'absences'] as const;
export type WorklistTab = (typeof worklistTabs)[number];

/** Overdue causes, as the address names them. */
export const causes = ['real', 'sync-lag', 'late-click', 'waiting-citizen', 'configuration', 'calendar'] as const;
export type CauseFilter = (typeof causes)[number];

/** What the address of the worklist says beside the unit. */
export interface WorklistSearch {
  readonly list?: WorklistTab;
  /** Only dossiers that the reader is in charge of. */
  readonly mine?: true;
  /** Only of one procedure. */
  readonly procedure?: string;
  /** Only in one status. */
  readonly status?: number;
  readonly cause?: CauseFilter;
}

/** Reads an address; what is not understood is left out. */
export function readWorklistSearch({ list, mine, procedure, status, cause }: Readonly<Record<string, unknown>>): WorklistSearch {
  const tab = worklistTabs.find((one) => one === list);
  const known = causes.find((one) => one === cause);
  return {
    ...(tab === undefined ? {} : { list: tab }),
    ...(mine === true ? { mine } : {}),
    ...(typeof procedure === 'string' && procedure !== '' ? { procedure } : {}),
    ...(typeof status === 'number' && Number.isInteger(status) && status >= 1 && status <= 10 ? { status } : {}),
    ...(known === undefined ? {} : { cause: known }),
  };
}
