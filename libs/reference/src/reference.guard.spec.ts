import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { NeedsNoReference, ReferenceGuard } from './reference.guard.ts';

class Units {
  readonly path = 'v1/units';
}

@NeedsNoReference()
class Position {
  readonly path = 'v1/position';
}

const contextOf = (type: string, route: object): ExecutionContext =>
  ({ getType: () => type, getClass: () => route, getHandler: () => contextOf }) as unknown as ExecutionContext; // What the guard asks for.
const units = (type: string) => contextOf(type, Units);

describe('the guard of routes that rest on reference data', () => {
  const reference = { isLoaded: false };
  const guard = new ReferenceGuard(reference, new Reflector());

  it('turns a request away until they are read, saying when to come again', () => {
    reference.isLoaded = false;
    let thrown: unknown;
    try {
      guard.canActivate(units('http'));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ status: 503, code: 'reference.being-read', headers: { 'retry-after': '1' } });
    reference.isLoaded = true;
    expect(guard.canActivate(units('http'))).toBe(true);
  });

  it('lets through what needs none, and batches of events, which wait by themselves', () => {
    reference.isLoaded = false;
    expect(guard.canActivate(contextOf('http', Position))).toBe(true);
    expect(guard.canActivate(units('rpc'))).toBe(true);
  });
});
