import { describe, expect, it } from '@jest/globals';
import { alertsOf, due, given, givenWith, noDue, pause, received, stateOf, type StoryStep } from '../testing/given.ts';
import { at, clocks, clockContext, workingDays } from '../testing/clock-scenario.ts';

const submitted = (local: string): StoryStep => [local, 'submitted', { status: 1, submittedAt: at(local) }];
const receivedAt = (local: string, dueAt = '2026-03-30 10:00'): StoryStep => [
  local,
  'received',
  { status: 2, receivedAt: at(local), limit: workingDays(3), ...due(dueAt) },
];
const transferred = (local: string): StoryStep => [local, 'transferred', { status: 4 }];

describe('the clock of acceptance', () => {
  it('runs eight working hours from the submission, over lunch and over night', () => {
    expect(stateOf(given(submitted('2026-03-02 09:00')), 'acceptance')).toBe('running → 2026-03-03 09:30');
  });

  it('starts with the next opening for what comes in the evening, and over Tết', () => {
    expect(stateOf(given(submitted('2026-02-13 20:00')), 'acceptance')).toBe('running → 2026-02-24 08:00');
  });

  it('is closed by the receipt, and by a refusal', () => {
    const story = [submitted('2026-03-02 09:00'), receivedAt('2026-03-02 15:00')];
    expect(stateOf(given(...story), 'acceptance')).toBe('closed 2026-03-02 15:00');
    const refused: StoryStep = ['2026-03-02 16:00', 'refused', { status: 3 }];
    expect(stateOf(given(submitted('2026-03-02 09:00'), refused), 'acceptance')).toBe('closed 2026-03-02 16:00');
    const corrected: StoryStep = ['2026-03-05 16:00', 'corrected'];
    expect(given(submitted('2026-03-02 09:00'), refused, corrected).get('acceptance')).toMatchObject({ generation: 2 });
  });

  it('stands while the citizen is asked to complete what was submitted, and has left then what was left before', () => {
    const asked: StoryStep = [
      '2026-03-02 11:00',
      'supplement-requested',
      { status: 5, submissionPauses: [pause('2026-03-02 11:00', null)] },
    ];
    const answered: StoryStep = [
      '2026-03-04 09:00',
      'supplement-received',
      { status: 1, submissionPauses: [pause('2026-03-02 11:00', '2026-03-04 09:00')] },
    ];
    expect(stateOf(given(submitted('2026-03-02 09:00'), asked), 'acceptance')).toBe('paused');
    const resumed = given(submitted('2026-03-02 09:00'), asked, answered);
    expect(stateOf(resumed, 'acceptance')).toBe('running → 2026-03-04 17:00');
    expect(resumed.get('acceptance')).toMatchObject({ generation: 3, limitMinutes: 480 });
  });

  it('is not held by what is asked for after its due', () => {
    const asked: StoryStep = [
      '2026-03-03 10:00',
      'supplement-requested',
      { status: 5, submissionPauses: [pause('2026-03-03 10:00', null)] },
    ];
    expect(stateOf(given(submitted('2026-03-02 09:00'), asked), 'acceptance')).toBe('running → 2026-03-03 09:30');
  });

  it('is closed where the submission is stopped', () => {
    const stopped: StoryStep = ['2026-03-02 16:00', 'stopped', { status: 8 }];
    expect(stateOf(given(submitted('2026-03-02 09:00'), stopped), 'acceptance')).toBe('closed 2026-03-02 16:00');
  });

  it('is not there for what was received at the counter', () => {
    expect(given(received).clocks.has('acceptance')).toBe(false);
  });
});

describe('the clock of a promise', () => {
  const apologised = (local: string, promised: string): StoryStep => [
    local,
    'apologised',
    { apology: { at: at(local), promised: at(promised) } },
  ];

  it('runs from the apology to what it promised, whatever stands meanwhile', () => {
    const story = given(received, apologised('2026-03-06 10:00', '2026-03-10 10:00'), [
      '2026-03-06 14:00',
      'payment-requested',
      { status: 6, pauses: [{ ...pause('2026-03-06 14:00', null), reason: 'payment' }] },
    ]);
    expect(stateOf(story, 'promise')).toBe('running → 2026-03-10 10:00');
    expect(story.get('promise')).toMatchObject({ startedAt: at('2026-03-06 10:00'), limitMinutes: 900 });
  });

  it('is breached a minute later, and begins anew with another apology', () => {
    const first = apologised('2026-03-06 10:00', '2026-03-10 10:00');
    const story = given(received, first, '2026-03-10 10:01', apologised('2026-03-10 11:00', '2026-03-11 10:00'));
    expect(alertsOf(story, 'promise')).toEqual(['1 breach (four-hours-before)']);
    expect(stateOf(story, 'promise')).toBe('running → 2026-03-11 10:00');
    expect(story.recovered).toEqual([expect.objectContaining({ clock: 'promise', by: 're-dated' })]);
  });

  it('is closed by the end, and not there without an apology', () => {
    const processed: StoryStep = ['2026-03-09 11:00', 'processed', { status: 9, endedAt: at('2026-03-09 11:00') }];
    expect(stateOf(given(received, apologised('2026-03-06 10:00', '2026-03-10 10:00'), processed), 'promise')).toBe(
      'closed 2026-03-09 11:00',
    );
    expect(given(received, processed).clocks.has('promise')).toBe(false);
  });
});

describe('the clock of the hand-over', () => {
  it.each([
    ['2026-03-02 14:59:59', '2026-03-02 17:00'],
    ['2026-03-02 15:00', '2026-03-03 08:30'],
    ['2026-03-02 16:59', '2026-03-03 08:30'],
    ['2026-03-02 17:00', '2026-03-03 17:00'],
    ['2026-03-02 12:00', '2026-03-02 17:00'],
    ['2026-03-06 15:30', '2026-03-09 08:30'],
    ['2026-02-13 15:30', '2026-02-23 08:30'],
    ['2026-03-07 09:00', '2026-03-09 17:00'],
  ])('of what is received at %s runs to %s', (moment, expected) => {
    expect(stateOf(given(receivedAt(moment)), 'transfer')).toBe(`running → ${expected}`);
  });

  it('is closed by the first hand-over, and by none after it', () => {
    const story = given(received, transferred('2026-03-02 14:00'), transferred('2026-03-03 14:00'));
    expect(stateOf(story, 'transfer')).toBe('closed 2026-03-02 14:00');
    expect(story.get('transfer').generation).toBe(2);
  });

  it('is closed by any end', () => {
    const processed: StoryStep = ['2026-03-02 11:00', 'processed', { status: 9, endedAt: at('2026-03-02 11:00') }];
    expect(stateOf(given(received, processed), 'transfer')).toBe('closed 2026-03-02 11:00');
  });

  it('stands while a pause does, and runs the same day afresh after it', () => {
    const asked: StoryStep = [
      '2026-03-02 11:00',
      'supplement-requested',
      { status: 5, pauses: [pause('2026-03-02 11:00', null)], ...noDue },
    ];
    const back = { status: 2, pauses: [pause('2026-03-02 11:00', '2026-03-04 09:00')], ...due('2026-03-09 10:00') };
    expect(stateOf(given(received, asked), 'transfer')).toBe('paused');
    const resumed = given(received, asked, ['2026-03-04 09:00', 'supplement-received', back]);
    expect(stateOf(resumed, 'transfer')).toBe('running → 2026-03-04 17:00');
    expect(resumed.get('transfer').generation).toBe(3);
  });

  it('does not move any more once it is closed', () => {
    const asked: StoryStep = [
      '2026-03-02 15:00',
      'supplement-requested',
      { status: 5, pauses: [pause('2026-03-02 15:00', null)], ...noDue },
    ];
    const story = given(received, transferred('2026-03-02 14:00'), asked);
    expect(story.get('transfer')).toMatchObject({ generation: 2, due: at('2026-03-02 17:00'), limitMinutes: 300 });
  });

  it('is breached as a fact where the hand-over came late, whoever was alerted', () => {
    const late = given(received, transferred('2026-03-03 08:00'));
    expect(late.get('transfer')).toMatchObject({ state: 'closed', breachedAt: at('2026-03-02 17:01') });
    expect(late.fired).toEqual([]);
    expect(late.recovered).toEqual([]);
  });

  it('is not there for a dossier that is learnt of in the middle', () => {
    const [, , change] = received;
    expect(given(['2026-03-04 10:00', 'extended', { ...change, status: 4 }]).clocks.has('transfer')).toBe(false);
  });
});

describe('the clock of the step', () => {
  it('starts with the receipt, and afresh with each hand-over but the last', () => {
    expect(stateOf(given(received), 'step')).toBe('running → 2026-03-03 08:30');
    const second = given(received, transferred('2026-03-02 14:00'));
    expect(stateOf(second, 'step')).toBe('running → 2026-03-03 14:00');
    expect(second.get('step')).toMatchObject({ step: 'appraise', generation: 2 });
    const last = given(received, ...['14:00', '15:00', '16:00'].map((hour) => transferred(`2026-03-02 ${hour}`)));
    expect(stateOf(last, 'step')).toBe('running → 2026-03-03 08:30');
    expect(last.get('step')).toMatchObject({ step: 'decide', generation: 3 });
  });

  it('is closed by the end', () => {
    const processed: StoryStep = ['2026-03-03 11:00', 'processed', { status: 9, endedAt: at('2026-03-03 11:00') }];
    expect(stateOf(given(received, processed), 'step')).toBe('closed 2026-03-03 11:00');
  });

  it('stays where it is when the citizen takes back the wish to withdraw', () => {
    const wish = { ...pause('2026-03-02 15:00', null), reason: 'withdrawal' as const };
    const back: StoryStep = ['2026-03-02 16:00', 'transferred', { status: 4, pauses: [{ ...wish, to: at('2026-03-02 16:00') }] }];
    const story = given(
      received,
      transferred('2026-03-02 14:00'),
      ['2026-03-02 15:00', 'withdrawal-requested', { pauses: [wish] }],
      back,
    );
    expect(story.get('step')).toMatchObject({ step: 'appraise', due: at('2026-03-03 15:00'), generation: 4 });
  });

  it('is not there for a procedure without steps', () => {
    expect(givenWith({ ...clockContext, steps: undefined }, received).clocks.has('step')).toBe(false);
  });
});

describe('the clock of the whole dossier', () => {
  it('runs to currentDue, stands while an open pause holds it, and is closed by the end', () => {
    expect(stateOf(given(received), 'dossier')).toBe('running → 2026-03-05 10:00');
    const held: StoryStep = [
      '2026-03-03 10:00',
      'payment-requested',
      { status: 6, pauses: [pause('2026-03-03 10:00', null)], ...noDue },
    ];
    expect(stateOf(given(received, held), 'dossier')).toBe('paused');
    const processed: StoryStep = ['2026-03-05 10:00:59', 'processed', { status: 9, endedAt: at('2026-03-05 10:00:59') }];
    expect(given(received, processed).get('dossier')).toMatchObject({ state: 'closed', breachedAt: null });
  });

  it('is late from the instant the dossier says: a minute after a due minute, a second after a supplied second', () => {
    const ended = (local: string): StoryStep => [local, 'processed', { status: 9, endedAt: at(local) }];
    expect(given(received, ended('2026-03-05 10:01')).get('dossier').breachedAt).toBe(at('2026-03-05 10:01'));
    const [local, name, change] = received;
    const supplied = {
      ...change,
      dueSupplied: true,
      limit: null,
      currentDue: at('2026-03-05 16:00:05'),
      lateFrom: at('2026-03-05 16:00:06'),
    };
    expect(given([local, name, supplied], ended('2026-03-05 16:00:05')).get('dossier').breachedAt).toBeNull();
    expect(given([local, name, supplied], ended('2026-03-05 16:00:06')).get('dossier').breachedAt).toBe(
      at('2026-03-05 16:00:06'),
    );
  });

  it('counts shares of a limit that was restarted from the restart on', () => {
    const back = { status: 2, pauses: [pause('2026-03-03 10:00', '2026-03-05 08:00', 'restart')], ...due('2026-03-10 08:00') };
    const story = given(received, ['2026-03-05 08:00', 'supplement-received', back]);
    expect(story.get('dossier')).toMatchObject({ startedAt: at('2026-03-02 10:00'), limitMinutes: 3 * 450 });
  });

  it('is not there where nothing was promised', () => {
    expect(given(['2026-03-02 10:00', 'received', { status: 2, receivedAt: at('2026-03-02 10:00') }]).clocks.has('dossier')).toBe(
      false,
    );
  });
});

describe('the clock of the apology', () => {
  it('runs to 24 hours before due, by the hours that pass', () => {
    expect(stateOf(given(received), 'apology')).toBe('running → 2026-03-04 10:00');
    expect(stateOf(given(receivedAt('2026-03-05 10:00', '2026-03-09 10:00')), 'apology')).toBe('running → 2026-03-08 10:00');
  });

  it('is over with the one extension that is lawful, and stays over', () => {
    const extended: StoryStep = [
      '2026-03-03 10:00',
      'extended',
      { extensionCount: 1, ...due('2026-03-10 10:00', '2026-03-05 10:00') },
    ];
    const story = given(received, extended, ['2026-03-04 10:00', 'redated', due('2026-03-11 10:00', '2026-03-06 10:00')]);
    expect(stateOf(story, 'apology')).toBe('closed 2026-03-03 10:00');
    expect(story.get('apology').generation).toBe(2);
    expect(stateOf(story, 'dossier')).toBe('running → 2026-03-11 10:00');
  });

  it('is not there for the same day, for so short a limit that it lay before the receipt, or where none is lawful', () => {
    const [local, name, change] = received;
    const sameDay: StoryStep = [local, name, { ...change, limit: workingDays(0), ...due('2026-03-02 17:00') }];
    expect(given(sameDay).clocks.has('apology')).toBe(false);
    expect(given(receivedAt('2026-03-02 10:00', '2026-03-03 10:00')).clocks.has('apology')).toBe(false);
    expect(givenWith({ ...clockContext, maxExtensions: 0 }, received).clocks.has('apology')).toBe(false);
  });

  it('lapses: it is never breached', () => {
    const processed: StoryStep = ['2026-03-05 09:00', 'processed', { status: 9, endedAt: at('2026-03-05 09:00') }];
    expect(given(received, processed).get('apology')).toMatchObject({ state: 'closed', lateFrom: null, breachedAt: null });
  });
});

describe('the clocks of a rule set', () => {
  it('are those it lists, and no other', () => {
    const own = { ...clockContext, clocks: clocks.filter(({ clock }) => clock === 'dossier') };
    expect([...givenWith(own, received).clocks.keys()]).toEqual(['dossier']);
  });

  it('are closed, and not breached, where a correction leaves them no place', () => {
    const corrected: StoryStep = ['2026-03-04 10:00', 'corrected', { limit: null, ...noDue }];
    const story = given(received, corrected, ['2026-03-05 10:00', 'reassigned']);
    expect(story.get('dossier')).toMatchObject({
      state: 'closed',
      closedAt: at('2026-03-04 10:00'),
      breachedAt: null,
      generation: 2,
    });
  });

  it('are none where a moment lies where no working time can be counted', () => {
    const [local, name, change] = received;
    const never: StoryStep = [local, name, { ...change, dueSupplied: true, ...due('9999-12-31 00:00') }];
    expect(given(never).clocks.size).toBe(0);
    expect(stateOf(given(received, ['2026-03-03 10:00', 'corrected', due('9999-12-31 00:00')]), 'dossier')).toBe(
      'closed 2026-03-03 10:00',
    );
  });

  it('say what is wrong where a limit cannot be counted', () => {
    const wrong = { ...clockContext, acceptanceLimit: { amount: 0, unit: 'working-hour' as const } };
    expect(() => givenWith(wrong, submitted('2026-03-02 09:00'))).toThrow('A limit is a whole number of working days');
  });
});
