import { createHmac } from 'node:crypto';

/** Sixteen characters of the HMAC: nobody counts so many officers that two would meet. */
const LENGTH = 16;

/**
 * What is recorded in place of an officer that a source reported by name or number: the same for the same text of the same source, and
 * not to be read.
 *
 * @param key the active one of `APPLICANT_HASH_KEY`
 */
export const toOfficerReference = (key: Buffer, source: string, text: string): string =>
  `concealed-${createHmac('sha256', key).update(`officer:${source}\n${text.trim()}`).digest('base64url').slice(0, LENGTH)}`;
