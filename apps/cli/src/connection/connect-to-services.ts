import { connectToGateway, type GatewayConnection } from './connect-to-gateway.ts';

/** The gateway, and the services themselves where they can be reached, as in the embedded stack. */
export interface ServicesConnection extends GatewayConnection {
  readonly services?: Readonly<Record<string, { readonly url: string }>>;
}

export const connectToServices = (): Promise<ServicesConnection> => connectToGateway();
