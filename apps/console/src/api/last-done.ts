import { createLastDone } from './create-last-done.ts';

/** Of this tab: what was done in another is undone there, or on the page of the dossier. */
export const lastDone = createLastDone();
