import { describe, expect, it } from '@jest/globals';
import { given, received, submitted, type Moment } from '../testing/given.ts';
import { at, district } from '../testing/decision-context.ts';

const transfer = { type: 'transfer', officer: 'cv-07' } as const;
const reassign = { type: 'reassign', reasonCode: 'reform' } as const;
const toDistrict = { unit: district };

describe('transfer', () => {
  it('changes who handles it and nothing else', () => {
    const before = given(received);
    const { clock, responsible } = before.dossier as Extract<typeof before.dossier, { clock: unknown }>;
    before
      .when('2022-03-01 14:00', transfer, toDistrict)
      .gives({ status: 'in-process', handlingUnit: 'thanh-ba', officer: 'cv-07', clock, responsible });
  });

  it('refuses an unknown unit, and what has not been received', () => {
    given(received).when('2022-03-01 14:00', transfer, { unit: undefined }).refuses('unit.unknown');
    given(submitted).when('2022-03-01 14:00', transfer, toDistrict).refuses('dossier.not-received');
  });

  it('stays quiet on repeat', () => {
    given(received, ['2022-03-01 14:00', transfer, toDistrict]).when('2022-03-01 15:00', transfer, toDistrict).staysQuiet();
  });

  it('takes a withdrawal back', () => {
    given(received, ['2022-03-01 14:00', { type: 'request-withdrawal' }])
      .when('2022-03-02 14:00', transfer, toDistrict)
      .gives({
        status: 'in-process',
        pauses: [{ reason: 'withdrawal', rule: 'subtract', from: at('2022-03-01 14:00'), to: at('2022-03-02 14:00') }],
      });
  });
});

describe('reassign', () => {
  it('moves responsibility, not code and not clock', () => {
    given(received)
      .when('2022-03-02 08:00', reassign, toDistrict)
      .gives({ status: 'received', responsible: district, handlingUnit: 'dong-xuan' });
  });

  it('moves what is processed and not returned, whose end stays with whom it was', () => {
    given(received, ['2022-03-02 10:00', { type: 'process' }])
      .when('2022-03-02 11:00', reassign, toDistrict)
      .gives({ status: 'processed', responsible: district, end: { at: at('2022-03-02 10:00'), by: 'processed' }, findings: [] });
  });

  it('refuses what is over for everybody', () => {
    const over: Moment[] = [
      ['2022-03-02 10:00', { type: 'return' }],
      ['2022-03-02 10:00', { type: 'stop', by: 'stopped', reasonCode: 'x' }],
      ['2022-03-02 10:00', { type: 'refuse', reasonCode: 'x' }],
    ];
    for (const end of over) given(received, end).when('2022-03-02 11:00', reassign, toDistrict).refuses('dossier.already-ended');
  });

  it('stays quiet on repeat', () => {
    given(received, ['2022-03-02 08:00', reassign, toDistrict]).when('2022-03-02 09:00', reassign, toDistrict).staysQuiet();
  });
});

describe('the moment of a command', () => {
  it('is not before the latest event', () => {
    given(received).when('2022-03-01 09:59', transfer, toDistrict).refuses('command.before-last-event');
  });

  it('is now where it lies a little ahead, so that others can follow at once; of a server that runs behind, the latest event’s', () => {
    const now = at('2022-03-01 10:56');
    given(received)
      .when('2022-03-01 11:00', transfer, { ...toDistrict, now })
      .gives({ lastOccurredAt: now });
    given(received, ['2022-03-01 11:00', transfer, toDistrict])
      .when('2022-03-01 11:00', { type: 'process' }, { now })
      .gives({ lastOccurredAt: at('2022-03-01 11:00') });
  });

  it('may be the latest event’s own', () => {
    expect(() => {
      given(received).when('2022-03-01 10:00', transfer, toDistrict).gives({ status: 'in-process' });
    }).not.toThrow();
  });
});
