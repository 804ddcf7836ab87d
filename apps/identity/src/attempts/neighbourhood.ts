import { isIPv4 } from 'node:net';

/**
 * The addresses that are somebody's who has one of them: the /24 of IPv4, the /64 of IPv6. An IPv4 address may come written as one of IPv6.
 */
export function toNeighbourhood(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  const groups = expand(plain.replace(/%.*$/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function expand(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = split(head);
  const right = tail === undefined ? [] : split(tail);
  const missing = Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array.from({ length: missing }, () => '0'), ...right].map((group) => group.replace(/^0+(?=.)/, ''));
}

const split = (groups: string): string[] => (groups === '' ? [] : groups.split(':'));
