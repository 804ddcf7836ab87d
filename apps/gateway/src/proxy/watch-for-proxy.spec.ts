import { describe, expect, it } from '@jest/globals';
import { isNeighbour } from './watch-for-proxy.ts';

describe('who may be a proxy before us', () => {
  it.each(['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '100.64.0.9', '::1', '::ffff:10.0.0.7', 'fd00::1', 'fe80::1'])(
    '%s is near',
    (address) => {
      expect(isNeighbour(address)).toBe(true);
    },
  );

  it.each(['203.0.113.7', '172.32.0.1', '100.128.0.1', '::ffff:203.0.113.7', '2001:db8::1', '', 'unix', undefined])(
    '%s is not',
    (address) => {
      expect(isNeighbour(address)).toBe(false);
    },
  );
});
