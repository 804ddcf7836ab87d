import type { GatewayConnection } from '../gateway/gateway-connection.ts';

/** The gateway, and the services themselves where they can be reached, as in the embedded stack. */
export interface ServicesConnection extends GatewayConnection {
  readonly services?: Readonly<Record<string, { readonly url: string }>>;
}
