import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayRead, type Actor } from '@motcua/auth';
import { actor, path } from '@motcua/auth/testing/arbitraries';
import { mayReadPersonalData, mayWrite, type DossierWrite } from './index.ts';

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
  'propose-unit',
  'approve-proposal',
  'reject-proposal',
  'digitize',
];

/** The rule again, in the words of the handbook instead of a table. */
function isPermitted({ role, unit: own }: Actor, action: DossierWrite, unitPath: readonly string[]): boolean {
  if (role === 'source') return false;
  const everything = role === 'admin';
  const reaches = own === undefined ? everything : unitPath.some((code) => code === own);
  if (!reaches || role === 'leader') return false;
  if (everything) return true;
  if (['reassign', 'redate'].includes(action)) return false;
  if (role === 'head') return true;
  if (['extend', 'stop', 'correct', 'propose-unit', 'approve-proposal', 'reject-proposal'].includes(action)) return false;
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

  it('lets nobody write what they may not read', () => {
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

  it('lets a legacy system read nothing and command nothing', () => {
    const legacy: Actor = { sub: 'one-stop', role: 'source', unit: 'phu-tho', source: 'urn:legacy:one-stop' };
    fc.assert(
      fc.property(fc.constantFrom(...writes), path, (action, unitPath) => {
        expect([mayRead(legacy, unitPath), mayReadPersonalData(legacy, unitPath), mayWrite(legacy, action, unitPath)]).toEqual([
          false,
          false,
          false,
        ]);
      }),
    );
  });

  it('lets a service read, once a route has let it in, and see no applicant', () => {
    const service = { service: 'notification', scopes: ['board:read'] };
    fc.assert(
      fc.property(path, (unitPath) => {
        expect([mayRead(service, unitPath), mayReadPersonalData(service, unitPath)]).toEqual([true, false]);
      }),
    );
  });
});
