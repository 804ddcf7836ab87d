import fc from 'fast-check';
import { roles, type Actor } from '../actor.ts';

const units = ['phu-tho', 'thanh-ba', 'dong-xuan', 'khai-xuan'] as const;

/** Paths of units from the root down, and none: of a unit that is not known. */
export const path = fc.constantFrom<string[][]>(
  ['phu-tho'],
  ['phu-tho', 'thanh-ba'],
  ['phu-tho', 'thanh-ba', 'dong-xuan'],
  ['phu-tho', 'thanh-ba', 'khai-xuan'],
  [],
);

/** Somebody of any role, with or without a unit on those paths and a legacy system. */
export const actor: fc.Arbitrary<Actor> = fc.record(
  {
    sub: fc.constant('an'),
    role: fc.constantFrom(...roles),
    unit: fc.constantFrom(...units),
    source: fc.constant('urn:legacy:one-stop'),
  },
  { requiredKeys: ['sub', 'role'] },
);
