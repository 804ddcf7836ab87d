import { EventLogPosition } from '@motcua/contracts';
import type { GatewayClient } from '../stack/gateway-client.ts';

/** How far the event log goes and how far it has been published. */
export async function getEventPosition(client: GatewayClient): Promise<EventLogPosition> {
  return EventLogPosition.parse(await client.request('/v1/events/position'));
}
