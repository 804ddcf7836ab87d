import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  mayAdminister,
  mayRead,
  mayReadPersonalData,
  mayWrite,
  requireTask,
  roles,
  type Actor,
  type AdminTask,
  type DossierWrite,
} from '../index.ts';

const writes: DossierWrite[] = [
  'submit',
  'receive',
  'refuse',
  'transfer',
  'request-supplement',
  'receive-supplement',
  'request-payment',
  'confirm-payment',
  'extend',
  'redate',
  'request-withdrawal',
  'stop',
  'process',
  'return',
  'reassign',
  'correct',
  'digitize',
];
const tasks: AdminTask[] = ['write-reference', 'post-events', 'operate', 'read-contact'];
const unit = fc.constantFrom('phu-tho', 'thanh-ba', 'dong-xuan', 'khai-xuan');
const path = fc.constantFrom<string[][]>(
  ['phu-tho'],
  ['phu-tho', 'thanh-ba'],
  ['phu-tho', 'thanh-ba', 'dong-xuan'],
  ['phu-tho', 'thanh-ba', 'khai-xuan'],
  [],
);
const actor: fc.Arbitrary<Actor> = fc.record(
  { sub: fc.constant('an'), role: fc.constantFrom(...roles), unit },
  { requiredKeys: ['sub', 'role'] },
);

/** The rule again, in the words of the handbook instead of a table. */
function isPermitted({ role, unit: own }: Actor, action: DossierWrite, unitPath: readonly string[]): boolean {
  const everything = role === 'admin' || role === 'system';
  const reaches = own === undefined ? everything : unitPath.some((code) => code === own);
  if (!reaches || role === 'leader') return false;
  if (everything) return true;
  if (['reassign', 'redate'].includes(action)) return false;
  if (role === 'head') return true;
  if (['extend', 'stop', 'correct'].includes(action)) return false;
  if (['refuse', 'transfer', 'request-supplement', 'receive-supplement', 'confirm-payment', 'digitize'].includes(action))
    return true;
  return ['process', 'request-payment'].includes(action) ? role === 'specialist' : role === 'counter';
}

describe('the permission matrix', () => {
  it('equals an independently written rule', () => {
    fc.assert(
      fc.property(actor, fc.constantFrom(...writes), path, (someone, action, unitPath) => {
        expect(mayWrite(someone, action, unitPath)).toBe(isPermitted(someone, action, unitPath));
      }),
      { numRuns: 2_000 },
    );
  });

  it('lets nobody write what he may not read', () => {
    fc.assert(
      fc.property(actor, fc.constantFrom(...writes), path, (someone, action, unitPath) => {
        expect(!mayWrite(someone, action, unitPath) || mayRead(someone, unitPath)).toBe(true);
        expect(!mayReadPersonalData(someone, unitPath) || mayRead(someone, unitPath)).toBe(true);
      }),
    );
  });

  it('keeps applicants to those who handle their dossiers', () => {
    fc.assert(
      fc.property(actor, path, (someone, unitPath) => {
        const handles = ['counter', 'specialist', 'head'].includes(someone.role);
        expect(mayReadPersonalData(someone, unitPath)).toBe(
          handles && someone.unit !== undefined && unitPath.includes(someone.unit),
        );
      }),
    );
  });

  it('leaves reference data, legacy events and operations to admins and systems bound to no unit', () => {
    fc.assert(
      fc.property(actor, fc.constantFrom(...tasks), (someone, task) => {
        const takers = task === 'read-contact' ? ['system'] : ['admin', 'system'];
        expect(mayAdminister(someone, task)).toBe(takers.includes(someone.role) && someone.unit === undefined);
      }),
    );
  });

  it('gives the contact of an applicant to a service alone, and says so', () => {
    const refused = [
      { sub: 'an', role: 'admin' },
      { sub: 'an', role: 'head', unit: 'thanh-ba' },
      { sub: 'an', role: 'system', unit: 'thanh-ba' },
    ] as const;
    for (const someone of refused) {
      expect(() => {
        requireTask(someone, 'read-contact');
      }).toThrow('"read-contact" takes a token of role system without a unit.');
    }
    expect(() => {
      requireTask({ sub: 'notification', role: 'system' }, 'read-contact');
    }).not.toThrow();
  });
});
