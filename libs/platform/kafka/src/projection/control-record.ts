import type { IncomingMessage } from '../client/kafka-client.port.ts';

/** A record with this header says something of the log itself and of no key. It has none, and is passed over unread by default. */
export const controlHeader = 'motcua-control';

export const isControl = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean => headers[controlHeader] !== undefined;
