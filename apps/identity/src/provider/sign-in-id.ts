import { createHash } from 'node:crypto';
import { GATEWAY_CLIENT } from './clients.ts';

/** What a token says of where it comes from. */
interface Issued {
  readonly clientId?: string | undefined;
  readonly grantId?: string | undefined;
  readonly sid?: string | undefined;
}

/**
 * `sid` of an access token, and of the logout token that ends it: of a browser, its session at the gateway; of a terminal, the one sign-in that
 * all of its refresh tokens go back to, for it outlives the browser in which it was confirmed.
 */
export const toSid = ({ clientId, grantId, sid }: Issued): string | undefined =>
  clientId === GATEWAY_CLIENT ? sid : grantId === undefined ? undefined : toSignInId(grantId);

/** Names a grant, and opens nothing. */
export const toSignInId = (grantId: string): string => createHash('sha256').update(`sign-in ${grantId}`).digest('base64url');
