import { createHash, randomInt } from 'node:crypto';

/** Without those that are taken for one another on paper. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const COUNT = 10;
const LENGTH = 10;

/** For when the telephone is lost: each counts once. `K7MQX-3AD9P` */
export const createRecoveryCodes = (): string[] => Array.from({ length: COUNT }, createCode);

function createCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
}

/** What is stored of a code: of 49 random bits, guarded by the same delays as a password, a plain hash tells nobody anything in time. */
export const toRecoveryHash = (accountId: string, code: string): Buffer =>
  createHash('sha256')
    .update(`${accountId}\n${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)
    .digest();
