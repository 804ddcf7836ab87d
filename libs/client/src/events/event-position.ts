import { EventLogPosition } from '@motcua/contracts';
import type { GatewayClient } from '../gateway/gateway-client.ts';

/** Where a service says how far its log goes and how far it has been published. */
export type PositionPath = '/v1/events/position' | '/v1/digitization-imports/position';

/** How far a log goes and how far it has been published; intake's unless told. */
export async function getEventPosition(
  client: GatewayClient,
  path: PositionPath = '/v1/events/position',
): Promise<EventLogPosition> {
  return EventLogPosition.parse(await client.request(path));
}
