import { describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { createTotpSecret, findTotpStep, toTotpAddress } from './totp.ts';

/** RFC 6238, appendix B: the ASCII secret, the last six of its eight digits. */
const rfc6238 = Secret.fromUTF8('12345678901234567890').base32;

describe('a one-time code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at second %i is what its RFC says', (second, code) => {
    expect(findTotpStep(rfc6238, code, second * 1_000)).toBe(Math.floor(second / 30));
  });

  it('counts half a minute before and after its own time, and says of which step it is', () => {
    const at = 1_111_111_109_000;
    const step = Math.floor(at / 30_000);
    expect(findTotpStep(rfc6238, '081804', at - 30_000)).toBe(step);
    expect(findTotpStep(rfc6238, '081804', at + 30_000)).toBe(step);
    expect(findTotpStep(rfc6238, '081804', at + 60_000)).toBeUndefined();
    expect(findTotpStep(rfc6238, '081805', at)).toBeUndefined();
    expect(findTotpStep(rfc6238, '', at)).toBeUndefined();
  });

  it('is of a secret of 160 bits, which an app reads off its address', () => {
    const secret = createTotpSecret();
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
    const address = new URL(toTotpAddress('xa-thanh-ba.head', secret));
    expect([address.protocol, decodeURIComponent(address.pathname)]).toEqual(['otpauth:', '/Motcua:xa-thanh-ba.head']);
    const code = new TOTP({ secret: Secret.fromBase32(address.searchParams.get('secret') ?? '') }).generate({
      timestamp: 60_000,
    });
    expect(findTotpStep(secret, code, 60_000)).toBe(2);
  });
});
