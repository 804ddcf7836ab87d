import { describe, expect, it } from '@jest/globals';
import { decide } from '../decide.ts';
import type { Dossier } from '../state/dossier.ts';
import { at, context } from '../testing/decision-context.ts';
import { dueAt } from '../testing/due-dates.ts';
import { apply, given, received, submitted, type Moment } from '../testing/given.ts';

const promise = (local: string) => ({ type: 'apologise', reasonCode: 'workload', promised: at(local) }) as const;
const apologised: Moment = ['2022-03-04 14:00', promise('2022-03-08 10:00')];

describe('apologise', () => {
  it('promises a moment for what is late, and moves no due moment', () => {
    given(received)
      .when(...apologised)
      .gives({
        status: 'received',
        apologies: [{ at: at('2022-03-04 14:00'), promised: at('2022-03-08 10:00') }],
        extensions: [],
        clock: dueAt('2022-03-04 10:00'),
      });
    const [event] = decide(
      given(received).dossier,
      { ...apologised[1], occurredAt: at(apologised[0]) },
      context(at(apologised[0])),
    ) as never[];
    expect(event).toMatchObject({ type: 'apologised', reasonCode: 'workload', due: at('2022-03-04 10:00') });
  });

  it('is not there before it is late to the minute, where an extension may be', () => {
    given(received).when('2022-03-04 10:00', promise('2022-03-08 10:00')).refuses('dossier.apology-too-early');
    given(received).when('2022-03-04 10:01', promise('2022-03-08 10:00')).gives({ version: 2 });
    given(submitted).when('2022-03-09 10:01', promise('2022-03-11 10:00')).refuses('dossier.not-received');
    given(received, ['2022-03-04 09:00', { type: 'process' }])
      .when('2022-03-04 14:00', promise('2022-03-08 10:00'))
      .refuses('dossier.already-ended');
  });

  it('is given to a same-day dossier and to one that was re-appointed, neither of which can be extended any more', () => {
    const sameDay: Moment = [received[0], { ...received[1], limit: { amount: 0, unit: 'working-day' } } as Moment[1]];
    given(sameDay).when('2022-03-02 08:00', promise('2022-03-03 10:00')).gives({ version: 2 });
    const extended: Moment = ['2022-03-03 10:00', { type: 'extend', reasonCode: 'x', newDue: at('2022-03-09 10:00') }];
    given(received, extended).when('2022-03-09 10:01', promise('2022-03-11 10:00')).gives({ version: 3 });
  });

  it('is kept until its moment has passed, and then given once more', () => {
    given(received, apologised).when('2022-03-08 10:00', promise('2022-03-10 10:00')).refuses('dossier.apology-standing');
    given(received, apologised).when('2022-03-08 10:01', promise('2022-03-10 10:00')).gives({ version: 3 });
    given(received, apologised).when('2022-03-07 10:00', promise('2022-03-08 10:00')).staysQuiet();
  });

  it('promises a moment ahead at which the office is open', () => {
    given(received).when('2022-03-04 14:00', promise('2022-03-04 13:59')).refuses('dossier.apology-not-later');
    given(received)
      .when('2022-03-04 14:00', promise('2022-03-04 15:00'), { now: at('2022-03-04 16:00') })
      .refuses('dossier.apology-not-later');
    given(received).when('2022-03-04 14:00', promise('2022-03-05 10:00')).refuses('dossier.appointment-outside-hours');
  });

  it('says what stands in the way of a due moment', () => {
    const paused: Moment = ['2022-03-02 10:00', { type: 'request-payment' }];
    given(received, paused).when('2022-03-09 10:00', promise('2022-03-11 10:00')).refuses('dossier.clock-stands');
    const asked: Moment = ['2022-03-04 14:00', { type: 'request-payment' }];
    given(received, asked)
      .when('2022-03-07 10:00', promise('2022-03-11 10:00'))
      .gives({ version: 3, status: 'payment-requested' });
  });

  it('leaves no trace where it is taken back, after a round through the database too', () => {
    const actor = { actor: 'head' };
    const before = given(received).dossier;
    const stored = JSON.parse(JSON.stringify(given(received, [apologised[0], apologised[1], actor]).dossier)) as Dossier;
    const now = at('2022-03-04 14:01');
    const after = apply(stored, decide(stored, { type: 'revert', occurredAt: now, event: 2 }, context(now, actor)));
    expect(after).not.toHaveProperty('apologies');
    expect(after).toMatchObject({ status: 'received', clock: before.status === 'none' ? {} : before.clock });
  });
});
