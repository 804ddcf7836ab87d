import { describe, expect, it } from '@jest/globals';
import { decide } from '../decide.ts';
import type { Dossier } from '../state/dossier.ts';
import { moveMoment } from '../state/move-moment.ts';
import { toSubmissionPauses } from '../state/submission.ts';
import { at, context } from '../testing/decision-context.ts';
import { dueAt } from '../testing/due-dates.ts';
import { apply, given, received, submitted, type Moment } from '../testing/given.ts';

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

const ask = { type: 'request-supplement', reasonCode: 'components-missing' } as const;
const asked: Moment = ['2022-03-01 10:00', ask];
const answered: Moment = ['2022-03-02 09:00', { type: 'receive-supplement' }];
const wish = { type: 'request-withdrawal' } as const;
const pay = { type: 'request-payment' } as const;
const stop = { type: 'stop', by: 'withdrawn', reasonCode: 'citizen-withdrew' } as const;

describe('a submission that is not received yet', () => {
  it('is asked once for all that is missing, and waits for its receipt again when it is completed', () => {
    given(submitted)
      .when(...asked)
      .gives({ status: 'submission-supplement-requested', receipt: null, end: null, pauses: [], supplementRequests: [] });
    given(submitted, asked)
      .when(...answered)
      .gives({ status: 'submitted' });
    given(submitted, asked).when('2022-03-02 09:00', ask).refuses('dossier.supplement-already-requested');
    given(submitted, asked, answered).when('2022-03-02 10:00', ask).refuses('dossier.supplement-already-requested');
    given(submitted).when('2022-03-02 09:00', { type: 'receive-supplement' }).refuses('dossier.no-supplement-open');
  });

  it('is asked once more after its receipt, which is another article', () => {
    const { dossier } = given(submitted, asked, answered, ['2022-03-02 10:00', accept]);
    given(submitted, asked, answered, ['2022-03-02 10:00', accept])
      .when('2022-03-02 11:00', ask)
      .gives({ status: 'supplement-requested', supplementRequests: [at('2022-03-02 11:00')], findings: [] });
    expect(dossier).toMatchObject({ status: 'received', findings: [], clock: dueAt('2022-03-07 10:00') });
  });

  it('is withdrawn or stopped, which is no end', () => {
    given(submitted).when('2022-03-01 10:00', wish).gives({ status: 'submission-withdrawal-requested' });
    given(submitted, ['2022-03-01 10:00', wish]).when('2022-03-01 10:30', wish).staysQuiet();
    const stopped: Moment = ['2022-03-01 11:00', stop];
    given(submitted, ['2022-03-01 10:00', wish])
      .when(...stopped)
      .gives({ status: 'submission-stopped', end: null, stop: null });
    given(submitted, stopped).when('2022-03-01 12:00', stop).staysQuiet();
    given(submitted, stopped).when('2022-03-01 12:00', accept).refuses('dossier.submission-stopped');
    given(submitted, stopped).when('2022-03-01 12:00', refuse).refuses('dossier.submission-stopped');
  });

  it('is received all the same where the citizen thinks better of it, and what was asked ends there', () => {
    const { dossier } = given(submitted, asked, ['2022-03-01 11:00', wish], ['2022-03-01 14:00', accept]);
    expect(dossier).toMatchObject({ status: 'received', pauses: [] });
    const ends = dossier.status === 'none' ? [] : toSubmissionPauses(dossier).map(({ reason, to }) => [reason, to]);
    expect(ends).toEqual([
      ['supplement', at('2022-03-01 14:00')],
      ['withdrawal', at('2022-03-01 14:00')],
    ]);
  });

  it('may still be refused, but neither handed over nor extended', () => {
    given(submitted, asked).when('2022-03-02 10:00', refuse).gives({ status: 'turned-away' });
    given(submitted, asked).when('2022-03-02 10:00', { type: 'transfer', officer: null }).refuses('dossier.not-received');
    given(submitted, asked).when('2022-03-02 10:00', pay).refuses('dossier.clock-stands');
  });

  it('is asked to pay before it is received, and what it is asked again after that is counted by the dossier', () => {
    given(submitted)
      .when('2022-03-01 10:00', pay)
      .gives({ status: 'submission-payment-requested', receipt: null, end: null, pauses: [] });
    const toPay: Moment = ['2022-03-01 10:00', pay];
    const paid: Moment = ['2022-03-02 09:00', { type: 'confirm-payment' }];
    given(submitted, toPay)
      .when(...paid)
      .gives({ status: 'submitted' });
    given(submitted, toPay).when('2022-03-01 11:00', pay).staysQuiet();
    given(submitted, toPay).when('2022-03-01 11:00', ask).refuses('dossier.clock-stands');
    given(submitted).when('2022-03-01 11:00', { type: 'confirm-payment' }).refuses('dossier.no-payment-open');
    given(submitted, toPay, ['2022-03-01 11:00', wish])
      .when(...paid)
      .gives({ status: 'submission-withdrawal-requested' });
    const { dossier } = given(submitted, toPay, ['2022-03-01 14:00', accept]);
    expect(dossier).toMatchObject({ status: 'received', pauses: [], clock: dueAt('2022-03-04 14:00') });
    if (dossier.status === 'none') throw new Error('It was submitted.');
    expect(toSubmissionPauses(dossier)).toEqual([
      { reason: 'payment', rule: 'subtract', from: at('2022-03-01 10:00'), to: at('2022-03-01 14:00') },
    ]);
    given(submitted, toPay, paid, ['2022-03-02 10:00', accept])
      .when('2022-03-02 11:00', pay)
      .gives({
        status: 'payment-requested',
        pauses: [{ reason: 'payment', rule: 'subtract', from: at('2022-03-02 11:00'), to: null }],
      });
  });

  it('is what it was when the request is taken back, after a round through the database too', () => {
    const actor = { actor: 'clerk' };
    const { dossier } = given(submitted, [asked[0], asked[1], actor]);
    const stored = JSON.parse(JSON.stringify(dossier)) as Dossier;
    const now = at('2022-03-01 10:01');
    const decision = decide(stored, { type: 'revert', occurredAt: now, event: 2 }, context(now, actor));
    const after = apply(stored, decision);
    expect(after).toMatchObject({ status: 'submitted', version: 3 });
    expect(after).not.toHaveProperty('submission');
    given(submitted, [asked[0], asked[1], actor], ['2022-03-01 10:01', { type: 'revert', event: 2 }, actor])
      .when('2022-03-01 10:30', ask)
      .gives({ status: 'submission-supplement-requested' });
  });

  it('moves its own wait where the true moment of the request is approved', () => {
    const history: Moment[] = [
      ['2022-03-01 09:00', submitted[1]],
      ['2022-03-03 14:00', ask],
    ];
    const { dossier } = given(...history);
    if (dossier.status === 'none') throw new Error('It was submitted.');
    const moved = moveMoment(dossier, {
      event: 'supplement-requested',
      from: at('2022-03-03 14:00'),
      to: at('2022-03-02 10:00'),
    });
    expect(toSubmissionPauses(moved)).toEqual([
      { reason: 'supplement', rule: 'subtract', from: at('2022-03-02 10:00'), to: null },
    ]);
    expect(moved.toldPauses).toEqual([]);
  });
});
