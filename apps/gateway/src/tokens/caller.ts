import type { Actor } from '@motcua/auth';

/** Who asks a service through the gateway, in one post. */
export interface Caller extends Actor {
  readonly name?: string;
  /** Of a browser's session: its public id, which opens nothing. */
  readonly sid?: string;
  /** Where they are signed in at their provider (`sid`): a new password ends everything but this. */
  readonly providerSid?: string;
  readonly amr?: readonly string[];
}
