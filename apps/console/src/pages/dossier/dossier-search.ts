export const dossierTabs = ['documents', 'intake', 'clocks', 'notices'] as const;
export type DossierTab = (typeof dossierTabs)[number];

/** What the address of a dossier says beside its id. */
export interface DossierSearch {
  readonly tab?: DossierTab;
}

/** Reads an address; without a tab, or with one that there is not, the first is shown. */
export function readDossierSearch({ tab }: Readonly<Record<string, unknown>>): DossierSearch {
  const known = dossierTabs.find((one) => one === tab);
  return known === undefined ? {} : { tab: known };
}
