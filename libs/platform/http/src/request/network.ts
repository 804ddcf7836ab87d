import { isIPv6 } from 'node:net';

/**
 * What limits by address count: an address of IPv4, or the network of one household where addresses are plenty (IPv6 /64). An IPv4
 * address may come written as one of IPv6.
 */
export function toNetwork(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const { hostname } = new URL(`http://[${address.split('%', 1)[0] ?? ''}]`);
  const [head = '', tail = ''] = hostname.slice(1, -1).split('::');
  const groups = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = Math.max(0, 8 - groups.flat().length);
  const [before = [], after = []] = groups;
  return `${[...before, ...Array.from({ length: missing }, () => '0'), ...after].slice(0, 4).join(':')}::/64`;
}
