import type { TokenRequest } from './token-request.ts';

/** All that a command needs which speaks to the public API and to nothing else. */
export interface GatewayConnection {
  readonly gatewayUrl: string;
  /** What helps where it does not answer. */
  readonly hint?: string | undefined;
  createToken(request: TokenRequest): Promise<string>;
}
