import { describe, expect, it } from '@jest/globals';
import { due, given, noDue, pause, received, toCome, alertsOf, type StoryStep } from '../testing/given.ts';
import { at, toText } from '../testing/clock-scenario.ts';

const extended = (local: string, newDue: string): StoryStep => [
  local,
  'extended',
  { status: 4, extensionCount: 1, ...due(newDue, '2026-03-05 10:00') },
];
const processed = (local: string, learntAt = local): StoryStep => [
  local,
  'processed',
  { status: 9, endedAt: at(local) },
  learntAt,
];

describe('a new generation', () => {
  it('is warned of anew after an extension, from the extension on', () => {
    const story = given(received, '2026-03-04 08:30', extended('2026-03-04 09:00', '2026-03-06 10:00'));
    expect(alertsOf(story, 'dossier')).toEqual(['1 half']);
    expect(story.get('dossier')).toMatchObject({ generation: 2, because: 'extended', scheduledAt: at('2026-03-04 09:00') });
    expect(toCome(story, 'dossier')).toEqual([
      'half 2026-03-04 10:00',
      'one-day-before 2026-03-05 10:00',
      'four-fifths 2026-03-05 13:30',
      'four-hours-before 2026-03-05 15:30',
      'breach 2026-03-06 10:01',
      'one-day-after 2026-03-09 10:00',
      'three-days-after 2026-03-11 10:00',
    ]);
  });

  it('drops what its own event has overtaken, and after a stop fires the rest as one', () => {
    const story = given(received, '2026-03-03 15:45', extended('2026-03-04 09:00', '2026-03-05 16:00'), '2026-03-06 08:00');
    expect(alertsOf(story, 'dossier')).toEqual(['1 half', '2 breach (one-day-before, four-fifths, four-hours-before)']);
    expect(toCome(story, 'dossier')).toEqual(['one-day-after 2026-03-06 16:00', 'three-days-after 2026-03-10 16:00']);
  });

  it('is made by a pause and by its end; over a weekend nothing is fired while it stands', () => {
    const asked: StoryStep = [
      '2026-03-05 09:00',
      'supplement-requested',
      { status: 5, pauses: [pause('2026-03-05 09:00', null)], ...noDue },
    ];
    const back = { status: 4, pauses: [pause('2026-03-05 09:00', '2026-03-09 09:00')], ...due('2026-03-09 10:00') };
    const story = given(
      received,
      '2026-03-05 08:00',
      asked,
      '2026-03-09 08:00',
      ['2026-03-09 09:00', 'supplement-received', back],
      '2026-03-09 09:30',
    );
    expect(alertsOf(story, 'dossier')).toEqual(['1 four-hours-before (half, one-day-before, four-fifths)']);
    expect(toCome(story, 'dossier')).toEqual([
      'breach 2026-03-09 10:01',
      'one-day-after 2026-03-10 10:00',
      'three-days-after 2026-03-12 10:00',
    ]);
    expect(story.get('dossier').generation).toBe(3);
  });

  it('is not made by what leaves the clock as it is', () => {
    const story = given(received, ['2026-03-03 08:00', 'reassigned'], ['2026-03-03 09:00', 'corrected']);
    expect(story.get('dossier')).toMatchObject({ generation: 1, because: 'received' });
  });

  it('is made by a re-dating also where the due moment stays: the escalation steps move with the calendar', () => {
    const story = given(received, ['2026-03-03 08:00', 'redated'], ['2026-03-03 09:00', 'reassigned']);
    expect(story.get('dossier')).toMatchObject({ generation: 2, because: 'redated', due: at('2026-03-05 10:00') });
    const asked: StoryStep = [
      '2026-03-02 11:00',
      'payment-requested',
      { status: 6, pauses: [pause('2026-03-02 11:00', null)], ...noDue },
    ];
    expect(given(received, asked, ['2026-03-03 08:00', 'redated']).get('dossier')).toMatchObject({
      state: 'paused',
      generation: 2,
    });
  });

  it('does not turn back: an event that is learnt late warns of nothing that was ahead of an earlier one', () => {
    const story = given(received, extended('2026-03-04 11:00', '2026-03-06 10:00'), [
      '2026-03-02 09:00',
      'corrected',
      due('2026-03-06 11:00', '2026-03-05 10:00'),
    ]);
    expect(toText(story.get('dossier').scheduledAt)).toBe('2026-03-04 11:00');
  });
});

describe('a breach', () => {
  it('is fired once, and not again by a generation that is still past due', () => {
    const story = given(
      received,
      '2026-03-05 10:01',
      ['2026-03-05 15:00', 'corrected', due('2026-03-05 14:00')],
      '2026-03-05 16:00',
    );
    expect(alertsOf(story, 'dossier')).toEqual(['1 breach (half, one-day-before, four-fifths, four-hours-before)']);
    expect(story.get('dossier')).toMatchObject({ generation: 2, breachedAt: at('2026-03-05 10:01') });
    expect(story.recovered).toEqual([]);
  });

  it('is fired where it lay before the first event that is known: an open dossier supplied with a due in the past', () => {
    const [local, name, change] = received;
    const story = given([local, name, { ...change, ...due('2026-03-01 10:00') }], '2026-03-02 10:05');
    expect(alertsOf(story, 'dossier')).toEqual(['1 breach']);
  });

  it('is recovered from by an extension past the moment it is given, and may be fired again', () => {
    const story = given(received, '2026-03-05 10:01', extended('2026-03-05 11:00', '2026-03-06 10:00'), '2026-03-06 10:01');
    expect(story.recovered).toEqual([{ clock: 'dossier', by: 're-dated', at: at('2026-03-05 11:00') }]);
    expect(alertsOf(story, 'dossier').at(-1)).toBe('2 breach (four-fifths, four-hours-before)');
  });

  it('is recovered from by the end, also where that was in time and learnt late', () => {
    const late = given(received, '2026-03-05 10:01', processed('2026-03-05 15:00'));
    expect(late.recovered.filter(({ clock }) => clock === 'dossier')).toEqual([
      { clock: 'dossier', by: 'closed', at: at('2026-03-05 15:00') },
    ]);
    expect(late.get('dossier').breachedAt).toBe(at('2026-03-05 10:01'));
    const inTime = given(received, '2026-03-05 10:01', processed('2026-03-05 09:00', '2026-03-05 15:00'));
    expect(inTime.recovered.filter(({ clock }) => clock === 'dossier')).toHaveLength(1);
    expect(inTime.get('dossier').breachedAt).toBeNull();
  });

  it('that nobody was alerted of is a fact of the closed clock, and nothing recovers', () => {
    const story = given(received, processed('2026-03-05 15:00'));
    expect(story.get('dossier')).toMatchObject({ state: 'closed', breachedAt: at('2026-03-05 10:01'), schedule: [] });
    expect(story.recovered).toEqual([]);
  });

  it('is not fired again because of an event that occurred before it and is learnt after it', () => {
    const corrected: StoryStep = ['2026-03-05 09:00', 'corrected', { originalDue: at('2026-03-04 10:00') }, '2026-03-05 12:00'];
    const story = given(received, '2026-03-05 10:01', corrected, '2026-03-05 12:01');
    expect(alertsOf(story, 'dossier')).toHaveLength(1);
    expect(story.get('dossier')).toMatchObject({ generation: 2, breachedAt: at('2026-03-05 10:01') });
  });

  it('of a step is over with the hand-over to the next', () => {
    const story = given(received, '2026-03-03 08:31', ['2026-03-03 09:00', 'transferred', { status: 4 }]);
    expect(story.recovered).toContainEqual({ clock: 'step', by: 'closed', at: at('2026-03-03 09:00') });
    expect(story.get('step')).toMatchObject({ step: 'appraise', breachedAt: null });
  });
});
