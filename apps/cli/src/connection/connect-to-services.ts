import { connectToGateway } from './connect-to-gateway.ts';
import type { ServicesConnection } from './services-connection.ts';

/** As `connectToGateway`, for what is asked of a service itself where that is possible. */
export const connectToServices = (): Promise<ServicesConnection> => connectToGateway();
