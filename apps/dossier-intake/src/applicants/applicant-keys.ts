import { KeyRing } from '@motcua/config';

/** The active key writes, every key reads. */
export const ApplicantKeys = KeyRing;
export type ApplicantKeys = KeyRing;

export { HashKeys } from '@motcua/config';
