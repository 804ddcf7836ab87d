import { describe, expect, it } from '@jest/globals';
import type { OpenDossier } from '@motcua/contracts';
import { findOpeningMoney, findStepMoney } from './to-taking.ts';

const opened = (fee: object | undefined, channel: OpenDossier['channel'] = 'in-person'): OpenDossier =>
  ({ action: 'receive', unit: 'u', procedure: 'p', channel, ...(fee === undefined ? {} : { desk: { fee } }) }) as OpenDossier;

describe('what is paid', () => {
  it('when a dossier is opened is its fee, unless it is owed', () => {
    expect(findOpeningMoney(opened({ amount: 8_000, receiptNumber: 'BL-1' }))).toEqual({
      amount: 8_000,
      way: 'counter',
      receiptNumber: 'BL-1',
    });
    expect(findOpeningMoney(opened({ amount: 8_000 }, 'online'))).toMatchObject({ way: 'online' });
    expect(findOpeningMoney(opened({ amount: 8_000, way: 'counter' }, 'online'))).toMatchObject({ way: 'counter' });
    for (const fee of [undefined, { amount: 0 }, { amount: 8_000, paid: false }])
      expect(findOpeningMoney(opened(fee))).toBeUndefined();
  });

  it('with a step is its payment, at the counter unless it is said otherwise', () => {
    const payment = { amount: 20_000, receiptNumber: 'BL-2' };
    expect(findStepMoney(payment)).toEqual({ ...payment, way: 'counter' });
    expect(findStepMoney({ ...payment, way: 'online' })).toMatchObject({ way: 'online' });
    expect([undefined, { amount: 0 }].map(findStepMoney)).toEqual([undefined, undefined]);
  });
});
