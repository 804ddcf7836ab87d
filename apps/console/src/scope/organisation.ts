/** Dossiers under the units of today; absent: under those that owned them. */
export type Organisation = 'as-is';

/** Reads an address; what is not understood is left out. */
export const readOrganisation = (value: unknown): { readonly organisation?: Organisation } =>
  value === 'as-is' ? { organisation: value } : {};
