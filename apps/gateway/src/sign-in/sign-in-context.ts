import type { ColumnCipher } from '@motcua/postgres';
import type { Logger } from '@motcua/observability';
import type { Bearers } from '../bearers/bearers.ts';
import type { SignInProvider } from '../providers/provider.ts';
import type { Sessions } from '../session/sessions.ts';
import type { OwnProvider } from './end-at-own-provider.ts';

/** What the routes of the sign-in work with. */
export interface SignInContext {
  readonly sessions: Sessions;
  readonly bearers: Bearers;
  /** By their names; the first is where one signs in who says nothing. */
  readonly providers: ReadonlyMap<string, SignInProvider>;
  /** The one behind us, where it is. */
  readonly ownProvider: OwnProvider | undefined;
  /** Seals what a browser keeps while it is away. */
  readonly cipher: ColumnCipher;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly logger: Logger;
  readonly now: () => number;
}

export const callbackPath = '/auth/callback';
