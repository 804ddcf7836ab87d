import { describe, expect, it } from '@jest/globals';
import { apply, given, received, submitted, type AnyChange, type Moment } from '../testing/given.ts';
import { at, context } from '../testing/decision-context.ts';
import { earliestMoment } from './earliest-moment.ts';

/** Recorded at a moment by somebody, said to have happened at another one. */
const recordedLate = (happened: string, command: Moment[1], recorded: string, actor = 'cv-01'): Moment => [
  happened,
  command,
  { now: at(recorded), actor },
];
const by = (actor: string) => ({ actor });
const approve = (proposal: number) => ({ type: 'approve-proposal', proposal }) as const;
const reject = (proposal: number) => ({ type: 'reject-proposal', proposal, reasonCode: 'not-so' }) as const;

describe('how far back a live command may lie', () => {
  const earliest = (now: string, backdateToleranceMinutes?: number): number => {
    const { ruleSet, ...rest } = context(at(now));
    return earliestMoment({ ...rest, ruleSet: { ...ruleSet, backdateToleranceMinutes } });
  };

  it('is the opening of this working day', () => {
    expect(earliest('2022-03-02 08:30')).toBe(at('2022-03-02 07:30'));
    expect(earliest('2022-03-02 12:00')).toBe(at('2022-03-02 07:30'));
    expect(earliest('2022-03-02 21:00')).toBe(at('2022-03-02 07:30'));
  });

  it('is that of the working day before in the first hour, or in as many minutes as the rule set says', () => {
    expect(earliest('2022-03-02 08:29')).toBe(at('2022-03-01 07:30'));
    expect(earliest('2022-03-07 07:30')).toBe(at('2022-03-04 07:30'));
    expect(earliest('2022-03-02 07:31', 0)).toBe(at('2022-03-02 07:30'));
    expect(earliest('2022-03-02 09:29', 120)).toBe(at('2022-03-01 07:30'));
  });

  it('is that of the last working day before the opening and on a day off', () => {
    expect(earliest('2022-03-02 07:29')).toBe(at('2022-03-01 07:30'));
    expect(earliest('2022-03-06 10:00')).toBe(at('2022-03-04 07:30'));
  });
});

describe('a result said to have been ready 24 days ago', () => {
  const trick = recordedLate('2022-03-01 14:00', { type: 'process' }, '2022-03-25 14:00');
  const done = given(received, trick);

  it('ends the dossier now, overdue as it is, and proposes the moment', () => {
    done.is({
      status: 'processed',
      end: { at: at('2022-03-25 14:00'), by: 'processed' },
      proposals: [
        {
          version: 2,
          what: {
            kind: 'moment',
            event: 'processed',
            effectiveAt: at('2022-03-25 14:00'),
            happenedAt: at('2022-03-01 14:00'),
            notBefore: at('2022-03-01 10:00'),
          },
          madeAt: at('2022-03-25 14:00'),
          madeBy: 'cv-01',
          lapsesAt: at('2022-04-01 14:00'),
          decision: null,
        },
      ],
    });
  });

  it('stays quiet on repeat', () => {
    done.when(...recordedLate('2022-03-01 14:00', { type: 'process' }, '2022-03-25 15:00')).staysQuiet();
  });

  it('ended then once another person approves it', () => {
    done.when('2022-03-28 09:00', approve(2), by('tp-01')).gives({
      status: 'processed',
      version: 3,
      end: { at: at('2022-03-01 14:00'), by: 'processed' },
      lastOccurredAt: at('2022-03-25 14:00'),
    });
    given(received, trick, ['2022-03-28 09:00', approve(2), by('tp-01')])
      .when('2022-03-28 10:00', approve(2), by('tp-02'))
      .staysQuiet();
  });

  it('is not approved by whoever proposed it, nor after five working days, nor after a rejection', () => {
    done.when('2022-03-28 09:00', approve(2), by('cv-01')).refuses('proposal.own');
    done.when('2022-04-01 14:01', approve(2), by('tp-01')).refuses('proposal.lapsed');
    done.when('2022-04-01 14:01', reject(2), by('tp-01')).refuses('proposal.lapsed');
    done.when('2022-03-28 09:00', approve(1), by('tp-01')).refuses('proposal.unknown');
    const rejected = given(received, trick, ['2022-03-28 09:00', reject(2), by('tp-01')]);
    rejected.is({ end: { at: at('2022-03-25 14:00'), by: 'processed' } });
    rejected.when('2022-03-28 10:00', approve(2), by('tp-02')).refuses('proposal.already-decided');
    rejected.when('2022-03-28 10:00', reject(2), by('tp-02')).staysQuiet();
  });

  it('is not approved over a correction that came meanwhile', () => {
    const corrected: Moment = [
      '2022-03-28 09:00',
      { type: 'correct', reasonCode: 'x', endedAt: at('2022-03-02 09:00') },
      by('tp-02'),
    ];
    given(received, trick, corrected, ['2022-03-28 09:30', approve(3), by('tp-01')])
      .when('2022-03-28 10:00', approve(2), by('tp-01'))
      .refuses('proposal.overtaken');
  });

  it('cannot have happened before the dossier’s latest event', () => {
    given(received)
      .when(...recordedLate('2022-03-01 09:59', { type: 'process' }, '2022-03-25 14:00'))
      .refuses('command.before-last-event');
  });
});

describe('a receipt recorded days later', () => {
  const late = recordedLate('2022-03-01 10:00', received[1], '2022-03-10 10:00', 'cb-01');

  it('starts its clock now, and from the true moment once that is approved', () => {
    given(late).is({ clock: expect.objectContaining({ currentDue: at('2022-03-15 10:00') }) as never });
    given(late)
      .when('2022-03-10 14:00', approve(1), by('tp-01'))
      .gives({
        receipt: expect.objectContaining({ at: at('2022-03-01 10:00') }) as never,
        clock: expect.objectContaining({ currentDue: at('2022-03-04 10:00') }) as never,
      });
  });

  it('lets what followed it be told in its order, and be approved in that order', () => {
    const processed = recordedLate('2022-03-02 10:00', { type: 'process' }, '2022-03-10 10:05', 'cv-01');
    given(late)
      .when(...recordedLate('2022-03-01 09:00', { type: 'process' }, '2022-03-10 10:05'))
      .refuses('command.before-last-event');
    given(late, processed).when('2022-03-10 14:00', approve(2), by('tp-01')).refuses('proposal.earlier-pending');
    given(late, processed, ['2022-03-10 14:00', approve(1), by('tp-01')])
      .when('2022-03-10 14:05', approve(2), by('tp-01'))
      .gives({ end: { at: at('2022-03-02 10:00'), by: 'processed' }, findings: [] });
    given(late, processed, ['2022-03-10 14:00', reject(1), by('tp-01')])
      .when('2022-03-10 14:05', approve(2), by('tp-01'))
      .refuses('proposal.before-earlier-event');
  });
});

describe('every command that tells of something', () => {
  const asked: Moment = ['2022-03-01 14:00', { type: 'request-supplement', reasonCode: 'x' }];
  const billed: Moment = ['2022-03-01 14:00', { type: 'request-payment' }];
  const wished: Moment = ['2022-03-01 14:00', { type: 'request-withdrawal' }];
  const cases: readonly (readonly [name: string, history: readonly Moment[], command: AnyChange])[] = [
    ['accept', [submitted], { type: 'accept', limit: null, officer: null }],
    ['refuse', [submitted], { type: 'refuse', reasonCode: 'x' }],
    ['refuse what was received', [received], { type: 'refuse', reasonCode: 'x' }],
    ['request-supplement', [received], { type: 'request-supplement', reasonCode: 'x' }],
    ['receive-supplement', [received, asked], { type: 'receive-supplement' }],
    ['request-payment', [received], { type: 'request-payment' }],
    ['confirm-payment', [received, billed], { type: 'confirm-payment' }],
    ['request-withdrawal', [received], { type: 'request-withdrawal' }],
    ['transfer', [received], { type: 'transfer', officer: 'cv-07' }],
    ['transfer that takes a withdrawal back', [received, wished], { type: 'transfer', officer: 'cv-07' }],
    ['stop', [received], { type: 'stop', by: 'stopped', reasonCode: 'x' }],
    ['process', [received], { type: 'process' }],
    ['return', [received], { type: 'return' }],
  ];

  it.each(cases)('%s: at once and then approved is what it would have been at its moment', (_name, history, command) => {
    const then: Moment = ['2022-03-02 10:00', command];
    const live = given(...history, then).dossier;
    const late = given(...history, recordedLate('2022-03-02 10:00', command, '2022-03-04 10:00'));
    const made = { version: history.length + 1 };
    late.is({ proposals: [expect.objectContaining({ ...made, decision: null }) as never] });
    const approved = given(...history, recordedLate('2022-03-02 10:00', command, '2022-03-04 10:00'), [
      '2022-03-04 11:00',
      approve(made.version),
      by('tp-01'),
    ]).dossier;
    // How it came to be known is the only difference.
    const own = { proposals: undefined, version: undefined, lastOccurredAt: undefined };
    expect({ ...approved, ...own }).toEqual({ ...live, ...own });
  });

  it('extend is moved too', () => {
    const extend = { type: 'extend', reasonCode: 'x', newDue: at('2022-03-09 10:00') } as const;
    given(received, recordedLate('2022-03-01 11:00', extend, '2022-03-02 10:00'), [
      '2022-03-02 11:00',
      approve(2),
      by('tp-01'),
    ]).is({
      extensions: [{ at: at('2022-03-01 11:00'), newDue: at('2022-03-09 10:00') }],
    });
  });

  it.each<AnyChange>([
    { type: 'reassign', reasonCode: 'x' },
    { type: 'redate', reasonCode: 'x' },
    { type: 'correct', reasonCode: 'x', channel: 'postal' },
    { type: 'propose-unit', reasonCode: 'x' },
    approve(1),
    reject(1),
  ])('$type holds from when it is given alone', (command) => {
    given(received)
      .when(...recordedLate('2022-03-01 11:00', command, '2022-03-04 10:00'))
      .refuses('command.not-backdatable');
  });
});

it('paperwork does not stand in the way of what happened this morning', () => {
  const trick = recordedLate('2022-03-01 14:00', { type: 'transfer', officer: null }, '2022-03-04 08:40');
  const dossier = given(received, trick, ['2022-03-04 11:00', reject(2), by('tp-01')]);
  dossier
    .when(...recordedLate('2022-03-04 09:00', { type: 'process' }, '2022-03-04 11:05'))
    .gives({ end: { at: at('2022-03-04 09:00'), by: 'processed' } });
  expect(apply(dossier.dossier, [])).toBe(dossier.dossier);
});
