import type { IncomingMessage } from '../client/kafka-client.port.ts';

/** A message for specs; say only what matters. */
export const createMessage = ({
  topic = 'topic',
  partition = 0,
  offset = 0n,
  key = null,
  value = null,
  headers = {},
  timestamp = 0,
}: Partial<Omit<IncomingMessage, 'key' | 'value'>> & { key?: string | null; value?: string | null } = {}): IncomingMessage => ({
  topic,
  partition,
  offset,
  key: key === null ? null : Buffer.from(key),
  value: value === null ? null : Buffer.from(value),
  headers,
  timestamp,
});
