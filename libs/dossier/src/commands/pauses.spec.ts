import { describe, it } from '@jest/globals';
import { noDueDates } from '../state/dossier.ts';
import { given, received, type Moment } from '../testing/given.ts';
import { at, nd118 } from '../testing/decision-context.ts';

const requestSupplement = { type: 'request-supplement', reasonCode: 'missing-copy' } as const;
const requested: Moment = ['2022-03-02 10:00', requestSupplement];
const supplemented: Moment = ['2022-03-08 10:00', { type: 'receive-supplement' }];
const paymentRequested: Moment = ['2022-03-02 10:00', { type: 'request-payment' }];

describe('request-supplement', () => {
  it('lets the clock stand', () => {
    given(received)
      .when(...requested)
      .gives({
        status: 'supplement-requested',
        clock: noDueDates,
      });
  });

  it('refuses a second one, open or answered', () => {
    given(received, requested).when('2022-03-02 11:00', requestSupplement).refuses('dossier.supplement-already-requested');
    given(received, requested, supplemented)
      .when('2022-03-08 11:00', requestSupplement)
      .refuses('dossier.supplement-already-requested');
  });

  it('leaves a dossier late that was late before', () => {
    given(received)
      .when('2022-03-07 10:00', requestSupplement)
      .gives({
        clock: {
          ...noSupply,
          originalDue: at('2022-03-04 10:00'),
          currentDue: at('2022-03-04 10:00'),
          due766: at('2022-03-04 10:00'),
          lateFrom: late('2022-03-04 10:01'),
        },
      });
  });
});

describe('receive-supplement', () => {
  it('restarts the limit under NĐ 61, and subtracts for set 766', () => {
    given(received, requested)
      .when(...supplemented)
      .gives({
        status: 'in-process',
        clock: {
          ...noSupply,
          originalDue: at('2022-03-11 10:00'),
          currentDue: at('2022-03-11 10:00'),
          due766: at('2022-03-10 10:00'),
          lateFrom: { original: at('2022-03-11 10:01'), current: at('2022-03-11 10:01'), set766: at('2022-03-10 10:01') },
        },
      });
  });

  it('subtracts under NĐ 118', () => {
    const rules = { ruleSet: nd118 };
    given([received[0], received[1], rules], [requested[0], requested[1], rules])
      .when(supplemented[0], supplemented[1], rules)
      .gives({ clock: { ...noSupply, ...all('2022-03-10 10:00'), lateFrom: late('2022-03-10 10:01') } });
  });

  it('refuses where none is awaited', () => {
    given(received)
      .when(...supplemented)
      .refuses('dossier.no-supplement-open');
    given(received, requested, supplemented)
      .when('2022-03-09 10:00', { type: 'receive-supplement' })
      .refuses('dossier.no-supplement-open');
  });
});

describe('request-payment and confirm-payment', () => {
  it('move the promise and not set 766', () => {
    given(received, paymentRequested)
      .when('2022-03-03 10:00', { type: 'confirm-payment' })
      .gives({
        clock: {
          ...noSupply,
          originalDue: at('2022-03-07 10:00'),
          currentDue: at('2022-03-07 10:00'),
          due766: at('2022-03-04 10:00'),
          lateFrom: { original: at('2022-03-07 10:01'), current: at('2022-03-07 10:01'), set766: at('2022-03-04 10:01') },
        },
      });
  });

  it('refuse a confirmation nobody waits for, and a hand-over while the clock stands', () => {
    given(received).when('2022-03-03 10:00', { type: 'confirm-payment' }).refuses('dossier.no-payment-open');
    given(received, paymentRequested)
      .when('2022-03-03 10:00', { type: 'transfer', officer: null })
      .refuses('dossier.clock-stands');
  });

  it('stay quiet on repeat', () => {
    given(received, paymentRequested).when('2022-03-02 11:00', { type: 'request-payment' }).staysQuiet();
  });
});

const noSupply = { dueSupplied: false, noDue: false } as const;
const all = (local: string) => ({ originalDue: at(local), currentDue: at(local), due766: at(local) });
const late = (local: string) => ({ original: at(local), current: at(local), set766: at(local) });
