import type { Actor } from '@motcua/auth';

/** Who asks a service through the gateway, in one post. */
export interface Caller extends Actor {
  readonly name?: string;
  /** Of a browser's session: its public id, which opens nothing. */
  readonly sid?: string;
  readonly amr?: readonly string[];
}
