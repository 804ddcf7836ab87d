import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  findForeign,
  mayAdminister,
  mayRead,
  mayReadPersonalData,
  mayWrite,
  requireSource,
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
  'propose-unit',
  'approve-proposal',
  'reject-proposal',
  'digitize',
];
const tasks: AdminTask[] = ['write-reference', 'operate', 'follow-log', 'post-events'];
const unit = fc.constantFrom('phu-tho', 'thanh-ba', 'dong-xuan', 'khai-xuan');
const path = fc.constantFrom<string[][]>(
  ['phu-tho'],
  ['phu-tho', 'thanh-ba'],
  ['phu-tho', 'thanh-ba', 'dong-xuan'],
  ['phu-tho', 'thanh-ba', 'khai-xuan'],
  [],
);
const actor: fc.Arbitrary<Actor> = fc.record(
  { sub: fc.constant('an'), role: fc.constantFrom(...roles), unit, source: fc.constant('urn:legacy:one-stop') },
  { requiredKeys: ['sub', 'role'] },
);

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

  it('leaves reference data and operations to admins bound to no unit, and reports to legacy systems bound to unit and source', () => {
    fc.assert(
      fc.property(actor, fc.constantFrom(...tasks), (someone, task) => {
        const isOperator = someone.role === 'admin' && someone.unit === undefined;
        const isLegacy = someone.role === 'source' && someone.unit !== undefined && someone.source !== undefined;
        const isLet = { 'post-events': isLegacy, 'follow-log': isOperator || isLegacy }[task as string] ?? isOperator;
        expect(mayAdminister(someone, task)).toBe(isLet);
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

  it('says who may do a task', () => {
    const refuse = (someone: Actor, task: AdminTask) => () => {
      requireTask(someone, task);
    };
    expect(refuse({ sub: 'an', role: 'head', unit: 'thanh-ba' }, 'operate')).toThrow(
      '"operate" takes a token of role admin without a unit.',
    );
    expect(refuse({ sub: 'an', role: 'admin', unit: 'thanh-ba' }, 'follow-log')).toThrow(
      '"follow-log" takes a token of role admin without a unit or source.',
    );
    expect(refuse({ sub: 'an', role: 'admin' }, 'follow-log')).not.toThrow();
  });
});

describe('what a legacy system may report', () => {
  const source = 'urn:legacy:one-stop';
  const legacy = requireSource({ sub: 'one-stop', role: 'source', unit: 'thanh-ba', source });

  it('is reported by legacy systems alone', () => {
    for (const role of roles.filter((one) => one !== 'source'))
      expect(() => requireSource({ sub: 'an', role, unit: 'thanh-ba' })).toThrow(
        'Events, ratings and documents of legacy systems take a token of role source, with its source and its unit.',
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
