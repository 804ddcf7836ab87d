import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../refusal/refusal.ts';
import { noDossier } from '../state/dossier.ts';
import { givenLegacy, legacyAt, type LegacyMoment } from '../testing/given.ts';
import { at } from '../testing/decision-context.ts';

const received: LegacyMoment = ['2022-03-01 10:00', { type: 'received' }];
const processed: LegacyMoment = ['2022-03-03 10:00', { type: 'processed' }];
const codeOf = (moment: LegacyMoment): string | undefined => {
  const decision = legacyAt(noDossier, moment);
  return isRefusal(decision) ? decision.code : undefined;
};

describe('a legacy event', () => {
  it('is refused about a dossier nobody opened', () => {
    expect(codeOf(processed)).toBe('dossier.unknown');
  });

  it('is refused with an unknown unit or procedure, or without a field it needs', () => {
    expect(codeOf(['2022-03-01 10:00', { type: 'received' }, { unit: undefined }])).toBe('unit.unknown');
    expect(codeOf(['2022-03-01 10:00', { type: 'received' }, { procedure: undefined }])).toBe('procedure.unknown');
    expect(codeOf(['2022-03-01 10:00', { type: 'received', channel: undefined }])).toBe('event.field-missing');
  });

  it('after an end is taken and flagged', () => {
    givenLegacy(received, processed, ['2022-03-05 10:00', { type: 'transferred', namesUnit: true }]).is({
      status: 'processed',
      version: 3,
      findings: ['event-after-end'],
    });
  });

  it('that ends before the receipt is taken and flagged', () => {
    givenLegacy(received, ['2022-03-01 09:00', { type: 'processed' }]).is({
      end: { at: at('2022-03-01 09:00'), by: 'processed' },
      findings: ['ended-before-received', 'out-of-order'],
    });
  });

  it('that asks a second time is recorded, flagged, and is the due moment of set 766', () => {
    givenLegacy(
      received,
      ['2022-03-02 10:00', { type: 'supplement-requested' }],
      ['2022-03-03 10:00', { type: 'supplement-received' }],
      ['2022-03-04 08:00:20', { type: 'supplement-requested' }],
      ['2022-03-04 09:00', { type: 'supplement-received' }],
    ).is({
      supplementRequests: [at('2022-03-02 10:00'), at('2022-03-04 08:00:20')],
      findings: ['second-supplement'],
      clock: {
        originalDue: at('2022-03-09 09:00'),
        currentDue: at('2022-03-09 09:00'),
        due766: at('2022-03-04 08:00:20'),
        dueSupplied: false,
        noDue: false,
        lateFrom: { original: at('2022-03-09 09:01'), current: at('2022-03-09 09:01'), set766: at('2022-03-04 09:00') },
      },
    });
  });

  it('that processes what was returned before makes the processing the end', () => {
    givenLegacy(received, ['2022-03-04 10:00', { type: 'returned' }], processed).is({
      end: { at: at('2022-03-03 10:00'), by: 'processed' },
    });
  });
});

describe('an end', () => {
  it('that turns out to be earlier cuts the pauses that ran over it', () => {
    givenLegacy(
      received,
      ['2022-03-02 10:00', { type: 'payment-requested' }],
      ['2022-03-07 10:00', { type: 'processed' }],
      ['2022-03-08 10:00', { type: 'corrected', correction: { endedAt: at('2022-03-02 15:00') } }],
    ).is({
      end: { at: at('2022-03-02 15:00'), by: 'processed' },
      pauses: [{ reason: 'payment', rule: 'subtract', from: at('2022-03-02 10:00'), to: at('2022-03-02 15:00') }],
    });
  });

  it('of what was never received is none, until the receipt is told', () => {
    const reported: LegacyMoment[] = [['2022-03-01 09:00', { type: 'submitted' }], processed];
    givenLegacy(...reported).is({ status: 'submitted', end: null });
    givenLegacy(...reported, received).is({ status: 'processed', end: { at: at('2022-03-03 10:00'), by: 'processed' } });
  });
});

describe('a supplied due', () => {
  const due = at('2022-03-04 11:04:33');

  it('keeps its seconds and is compared to the second', () => {
    givenLegacy(['2022-03-01 10:00', { type: 'received', due }]).is({
      clock: {
        originalDue: due,
        currentDue: due,
        due766: due,
        dueSupplied: true,
        noDue: false,
        lateFrom: { original: due + 1000, current: due + 1000, set766: due + 1000 },
      },
    });
  });

  it('is moved by the working time of a pause, whatever the rule', () => {
    givenLegacy(
      ['2022-03-01 10:00', { type: 'received', due }],
      ['2022-03-02 10:00', { type: 'supplement-requested' }],
      ['2022-03-03 10:00', { type: 'supplement-received' }],
    ).is({ clock: { ...movedTo(at('2022-03-07 11:04:33')), dueSupplied: true, noDue: false } });
  });

  it('that was extended is ours to the minute, moves with later pauses, and leaves the original as it was', () => {
    givenLegacy(
      ['2022-03-01 10:00', { type: 'received', due }],
      ['2022-03-02 10:00', { type: 'extended', newDue: at('2022-03-08 09:00:45') }],
      ['2022-03-03 10:00', { type: 'payment-requested' }],
      ['2022-03-04 10:00', { type: 'payment-made' }],
    ).is({
      clock: {
        originalDue: at('2022-03-07 11:04:33'),
        currentDue: at('2022-03-09 09:00'),
        due766: due,
        dueSupplied: true,
        noDue: false,
        lateFrom: { original: at('2022-03-07 11:04:34'), current: at('2022-03-09 09:01'), set766: due + 1000 },
      },
    });
  });

  it('that was extended to an earlier moment stays', () => {
    givenLegacy(
      ['2022-03-01 10:00', { type: 'received', due }],
      ['2022-03-02 10:00', { type: 'extended', newDue: at('2022-03-03 09:00') }],
    ).is({ clock: { ...movedTo(due), dueSupplied: true, noDue: false } });
  });

  it('that is said not to be known leaves the longest limit for set 766', () => {
    givenLegacy(['2022-03-01 10:00', { type: 'received', dueKnown: false }]).is({
      clock: {
        originalDue: null,
        currentDue: null,
        due766: at('2022-03-11 10:00'),
        dueSupplied: false,
        noDue: false,
        lateFrom: { original: null, current: null, set766: at('2022-03-11 10:01') },
      },
    });
  });
});

function movedTo(due: number) {
  const late = due + 1000;
  return { originalDue: due, currentDue: due, due766: due, lateFrom: { original: late, current: late, set766: late } };
}
