import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
/** A code counts for the half minute before and after its own: telephones' clocks are not exact. */
const WINDOW = 1;
const SECRET_BYTES = 20;

/** As every authenticator app takes it: SHA-1, six digits, half a minute. */
const toTotp = (accountId: string, secret: string): TOTP =>
  new TOTP({
    issuer: 'Motcua',
    label: accountId,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  });

/** In base 32, as it can be typed. */
export const createTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** `otpauth://totp/…`: what the QR code holds. */
export const toTotpAddress = (accountId: string, secret: string): string => toTotp(accountId, secret).toString();

/**
 * The time step that a code belongs to: who remembers it can refuse the same code a second time.
 *
 * @param now epoch milliseconds
 * @returns undefined where the code is not right at this moment
 */
export function findTotpStep(secret: string, code: string, now: number): number | undefined {
  const delta = toTotp('', secret).validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? undefined : Math.floor(now / 1_000 / PERIOD_SECONDS) + delta;
}
