import { describe, expect, it } from '@jest/globals';
import { toNeighbourhood } from './neighbourhood.ts';

describe('the neighbourhood of an address', () => {
  it.each([
    ['203.113.152.7', '203.113.152.0/24'],
    ['::ffff:203.113.152.200', '203.113.152.0/24'],
    ['2001:0ee0:0001:0002:aaaa::1', '2001:ee0:1:2::/64'],
    ['2001:ee0:1:2:ffff:ffff:ffff:ffff', '2001:ee0:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is %s', (address, neighbourhood) => {
    expect(toNeighbourhood(address)).toBe(neighbourhood);
  });
});
