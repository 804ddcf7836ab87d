import { describe, expect, it } from '@jest/globals';
import { roles } from '@motcua/auth';
import { path } from '@motcua/auth/testing/arbitraries';
import fc from 'fast-check';
import { findForeign, requireSource } from './index.ts';

describe('what a legacy system may report', () => {
  const source = 'urn:legacy:one-stop';
  const legacy = requireSource({ sub: 'one-stop', role: 'source', unit: 'thanh-ba', source });

  it('is reported by legacy systems alone', () => {
    for (const role of roles.filter((one) => one !== 'source'))
      expect(() => requireSource({ sub: 'an', role, unit: 'thanh-ba' })).toThrow(
        'To report events, ratings and documents takes a legacy system (role "source"), of its own source and unit.',
      );
    expect(() => requireSource({ sub: 'an', role: 'admin' })).toThrow();
    expect(() => requireSource({ sub: 'an', role: 'source', unit: 'thanh-ba' })).toThrow();
  });

  it('is its own, in the subtree of its unit, each with a code of its own', () => {
    fc.assert(
      fc.property(path, fc.option(fc.constantFrom(source, 'urn:legacy:another'), { nil: undefined }), (unitPath, overrides) => {
        const isForeign = overrides === 'urn:legacy:another';
        const isOutside = !unitPath.includes('thanh-ba');
        const code = isForeign ? 'source.foreign' : isOutside ? 'source.unit-outside' : undefined;
        expect(findForeign(legacy, { source: overrides, unitPath })?.code).toBe(code);
      }),
    );
    expect(findForeign(legacy, { source })).toBeUndefined();
  });
});
