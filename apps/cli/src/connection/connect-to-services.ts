import { connectToGateway } from './connect-to-gateway.ts';
import type { ServicesConnection } from '@motcua/client';

/** As `connectToGateway`, for what is asked of a service itself where that is possible. */
export const connectToServices = (): Promise<ServicesConnection> => connectToGateway();
