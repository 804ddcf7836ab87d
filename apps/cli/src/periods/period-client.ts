import { createGatewayClient, type GatewayClient } from '@motcua/client';
import { PeriodClose } from '@motcua/contracts';
import { connectToGateway } from '../connection/connect-to-gateway.ts';

export const closesPath = '/v1/period-closes';
export const toClosePath = (id: string): string => `${closesPath}/${encodeURIComponent(id)}`;

/** Who reads: an administrator on the embedded stack, elsewhere whoever is signed in. */
export const connectToRead = async (): Promise<GatewayClient> => createGatewayClient(await connectToGateway(), { role: 'admin' });

/** A head of the unit, by the staff id given. */
export const connectAsHead = async (unit: string, subject: string | undefined): Promise<GatewayClient> =>
  createGatewayClient(await connectToGateway(), { role: 'head', unit, subject });

export const getClose = async (client: GatewayClient, id: string): Promise<PeriodClose> =>
  PeriodClose.parse(await client.request(toClosePath(id)));
