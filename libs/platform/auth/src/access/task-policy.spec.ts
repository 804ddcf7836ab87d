import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findForeign, mayAdminister, requireSource, requireTask, roles, type Actor, type AdminTask } from '../index.ts';
import { actor, path } from '../testing/actor.arbitraries.ts';

const tasks: AdminTask[] = ['write-reference', 'operate', 'follow-log', 'manage-accounts', 'post-events'];

describe('tasks that are no command', () => {
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
