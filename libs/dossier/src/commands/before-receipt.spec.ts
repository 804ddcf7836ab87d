import { describe, it } from '@jest/globals';
import { given, received, submitted } from '../testing/given.ts';
import { at } from '../testing/decision-context.ts';

const accept = { type: 'accept', limit: null, officer: 'cb-02' } as const;
const refuse = { type: 'refuse', reasonCode: 'incomplete' } as const;

describe('accept', () => {
  it('starts the clock of a submission at its acceptance', () => {
    given(submitted)
      .when('2022-03-01 14:00', accept)
      .gives({ status: 'received', version: 2, officer: 'cb-02', channel: 'online', submittedAt: at('2022-03-01 09:00') });
  });

  it('refuses what was received or turned away', () => {
    given(received).when('2022-03-01 14:00', accept).refuses('dossier.already-received');
    given(submitted, ['2022-03-01 10:00', refuse]).when('2022-03-01 14:00', accept).refuses('dossier.turned-away');
    given().when('2022-03-01 14:00', accept).refuses('dossier.unknown');
  });
});

describe('refuse', () => {
  it('turns a submission away, which is no end', () => {
    given(submitted).when('2022-03-01 10:00', refuse).gives({ status: 'turned-away', end: null, receipt: null });
  });

  it('ends a received dossier that is not eligible', () => {
    given(received)
      .when('2022-03-02 10:00', refuse)
      .gives({ status: 'refused', end: { at: at('2022-03-02 10:00'), by: 'refused' } });
  });

  it('stays quiet on repeat', () => {
    given(submitted, ['2022-03-01 10:00', refuse]).when('2022-03-01 11:00', refuse).staysQuiet();
    given(received, ['2022-03-01 11:00', refuse]).when('2022-03-01 12:00', refuse).staysQuiet();
  });

  it('refuses what has ended otherwise', () => {
    given(received, ['2022-03-02 10:00', { type: 'process' }])
      .when('2022-03-02 11:00', refuse)
      .refuses('dossier.already-ended');
  });
});
