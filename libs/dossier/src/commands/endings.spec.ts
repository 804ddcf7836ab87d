import { describe, it } from '@jest/globals';
import { given, received, type Moment } from '../testing/given.ts';
import { at } from '../testing/decision-context.ts';

const stop = { type: 'stop', by: 'stopped', reasonCode: 'citizen-asked' } as const;
const processed: Moment = ['2022-03-03 10:00', { type: 'process' }];

describe('process', () => {
  it('ends the dossier', () => {
    given(received)
      .when(...processed)
      .gives({ status: 'processed', end: { at: at('2022-03-03 10:00'), by: 'processed' } });
  });

  it('closes a pause that stands', () => {
    given(received, ['2022-03-02 10:00', { type: 'request-supplement', reasonCode: 'x' }])
      .when(...processed)
      .gives({
        status: 'processed',
        pauses: [{ reason: 'supplement', rule: 'restart', from: at('2022-03-02 10:00'), to: at('2022-03-03 10:00') }],
      });
  });

  it('refuses what was stopped, and stays quiet on repeat', () => {
    given(received, ['2022-03-02 10:00', stop])
      .when(...processed)
      .refuses('dossier.already-ended');
    given(received, processed).when('2022-03-03 11:00', { type: 'process' }).staysQuiet();
  });
});

describe('return', () => {
  it('after the result leaves the end where it was', () => {
    given(received, processed)
      .when('2022-03-05 08:00', { type: 'return' })
      .gives({ status: 'returned', returnedAt: at('2022-03-05 08:00'), end: { at: at('2022-03-03 10:00'), by: 'processed' } });
  });

  it('is itself the end where nothing came before', () => {
    given(received)
      .when('2022-03-01 10:30', { type: 'return' })
      .gives({ end: { at: at('2022-03-01 10:30'), by: 'returned' } });
  });

  it('refuses what was stopped, and stays quiet on repeat', () => {
    given(received, ['2022-03-02 10:00', stop]).when('2022-03-03 10:00', { type: 'return' }).refuses('dossier.already-ended');
    given(received, processed, ['2022-03-04 10:00', { type: 'return' }])
      .when('2022-03-05 10:00', { type: 'return' })
      .staysQuiet();
  });
});

describe('request-withdrawal and stop', () => {
  it('lets the clock stand, then ends as withdrawn', () => {
    given(received, ['2022-03-02 09:00', { type: 'request-withdrawal' }])
      .when('2022-03-02 10:00', { ...stop, by: 'withdrawn' })
      .gives({ status: 'stopped', end: { at: at('2022-03-02 10:00'), by: 'withdrawn' } });
  });

  it('refuses what has ended', () => {
    given(received, processed).when('2022-03-04 10:00', stop).refuses('dossier.already-ended');
    given(received, processed).when('2022-03-04 10:00', { type: 'request-withdrawal' }).refuses('dossier.already-ended');
  });

  it('stays quiet on repeat', () => {
    given(received, ['2022-03-02 10:00', stop]).when('2022-03-02 11:00', stop).staysQuiet();
    given(received, ['2022-03-02 10:00', { type: 'request-withdrawal' }])
      .when('2022-03-02 11:00', { type: 'request-withdrawal' })
      .staysQuiet();
  });
});
