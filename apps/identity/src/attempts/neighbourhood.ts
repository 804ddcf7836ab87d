import { toNetwork } from '@motcua/http';
import { isIPv4 } from 'node:net';

/** The addresses that are somebody's who has one of them: the /24 of IPv4, the /64 of IPv6. */
export function toNeighbourhood(address: string): string {
  const network = toNetwork(address);
  return isIPv4(network) ? `${network.split('.').slice(0, 3).join('.')}.0/24` : network;
}
