import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar, parseCalendar } from '@motcua/calendar';
import { decide } from '../decide.ts';
import { evolve } from '../state/evolve.ts';
import { isRefusal } from '../refusal/refusal.ts';
import type { KnownDossier } from '../state/dossier.ts';
import { at, context, district } from '../testing/decision-context.ts';
import { apply, given, received, submitted, type Moment } from '../testing/given.ts';

const clerk = { actor: 'cb-01' };
const by = ([local, command, more]: Moment): Moment => [local, command, { ...clerk, ...more }];
const receipt = by(received);
const transferred = by(['2022-03-02 10:00', { type: 'transfer', officer: 'cb-02' }, { unit: district, officer: 'staff' }]);
const processed = by(['2022-03-03 10:00', { type: 'process' }]);
const returned = by(['2022-03-03 11:00', { type: 'return' }]);
const revertAt = (local: string, event: number): Moment => by([local, { type: 'revert', event }]);

/** What is known of the dossier, without what tells how it came to be known. */
const plain = (dossier: unknown): unknown => {
  const { version: _version, undo: _undo, revertedVersion: _reverted, ...rest } = dossier as KnownDossier;
  return rest;
};

describe('revert', () => {
  it.each<[string, Moment, readonly Moment[]]>([
    ['a hand-over', transferred, [receipt]],
    ['a request to complete it', by(['2022-03-02 10:00', { type: 'request-supplement', reasonCode: 'x' }]), [receipt]],
    [
      'a supplement',
      by(['2022-03-03 10:00', { type: 'receive-supplement' }]),
      [receipt, by(['2022-03-02 10:00', { type: 'request-supplement', reasonCode: 'x' }])],
    ],
    ['a request for payment', by(['2022-03-02 10:00', { type: 'request-payment' }]), [receipt]],
    [
      'a payment',
      by(['2022-03-02 11:00', { type: 'confirm-payment' }]),
      [receipt, by(['2022-03-02 10:00', { type: 'request-payment' }])],
    ],
    ['an extension', by(['2022-03-02 10:00', { type: 'extend', reasonCode: 'x', newDue: at('2022-03-09 10:00') }]), [receipt]],
    ['a wish to withdraw', by(['2022-03-02 10:00', { type: 'request-withdrawal' }]), [receipt]],
    ['a stop', by(['2022-03-02 10:00', { type: 'stop', by: 'stopped', reasonCode: 'x' }]), [receipt]],
    ['a refusal', by(['2022-03-02 10:00', { type: 'refuse', reasonCode: 'x' }]), [receipt]],
    ['the refusal of a submission', by(['2022-03-02 10:00', { type: 'refuse', reasonCode: 'x' }]), [by(submitted)]],
    ['a result', processed, [receipt]],
    ['a return', returned, [receipt, processed]],
    ['a reassignment', by(['2022-03-02 10:00', { type: 'reassign', reasonCode: 'x' }, { unit: district }]), [receipt]],
  ])('of %s leaves the dossier as it was before', (_what, last, before) => {
    const { dossier } = given(...before);
    const undone = given(...before, last, revertAt(`${last[0].slice(0, 14)}04:59`, before.length + 1)).dossier;
    expect(plain(undone)).toEqual(plain(dossier));
    expect(undone).toMatchObject({ version: before.length + 2, revertedVersion: before.length + 1 });
  });

  it('names what it takes back', () => {
    const { dossier } = given(receipt, processed);
    const command = { type: 'revert', event: 2, occurredAt: at('2022-03-03 10:02') } as const;
    expect(decide(dossier, command, context(command.occurredAt, clerk))).toEqual([
      {
        type: 'reverted',
        takenBack: { event: 'processed', version: 2, occurredAt: at('2022-03-03 10:00'), recordedAt: at('2022-03-03 10:00') },
        occurredAt: at('2022-03-03 10:02'),
        recordedAt: at('2022-03-03 10:02'),
        author: 'cb-01',
        clock: given(receipt).dossier.status === 'none' ? undefined : (given(receipt).dossier as KnownDossier).clock,
        found: [],
      },
    ]);
  });

  it('changes nothing where other events have followed, for history is not argued with', () => {
    const events = given(receipt, transferred, processed);
    const known = events.dossier as KnownDossier;
    const takenBack = {
      event: 'transferred',
      version: 2,
      occurredAt: at('2022-03-02 10:00'),
      recordedAt: at('2022-03-02 10:00'),
    } as const;
    const moment = at('2022-03-03 10:01');
    const told = { type: 'reverted', takenBack, occurredAt: moment, recordedAt: moment, clock: known.clock, found: [] } as const;
    expect(evolve(known, told)).toMatchObject({ status: 'processed', officer: 'cb-02', processedAt: known.processedAt });
  });

  it('is refused after five minutes from the recording, and not a millisecond earlier', () => {
    given(receipt, processed)
      .when(...revertAt('2022-03-03 10:05', 2))
      .gives({ status: 'received' });
    given(receipt, processed)
      .when(...revertAt('2022-03-03 10:05:00.001', 2))
      .refuses('dossier.revert-too-late');
  });

  it('is refused to anybody else, and where nobody is known to have done it', () => {
    const other: Moment = ['2022-03-03 10:01', { type: 'revert', event: 2 }, { actor: 'cb-02' }];
    given(receipt, processed)
      .when(...other)
      .refuses('dossier.revert-not-author');
    given(received, ['2022-03-03 10:00', { type: 'process' }])
      .when(...revertAt('2022-03-03 10:01', 2))
      .refuses('dossier.revert-not-possible');
  });

  it('is refused where something followed, or nothing happened yet that could be taken back', () => {
    given(receipt, processed, by(['2022-03-03 10:01', { type: 'return' }]))
      .when(...revertAt('2022-03-03 10:02', 2))
      .refuses('dossier.revert-followed');
    given(receipt)
      .when(...revertAt('2022-03-01 10:01', 2))
      .refuses('dossier.revert-followed');
    given()
      .when(...revertAt('2022-03-01 10:01', 1))
      .refuses('dossier.unknown');
  });

  it('is refused of a receipt, a correction, and of another revert', () => {
    given(receipt)
      .when(...revertAt('2022-03-01 10:01', 1))
      .refuses('dossier.revert-not-possible');
    const corrected = by(['2022-03-03 10:00', { type: 'correct', reasonCode: 'x', channel: 'postal' }]);
    given(receipt, corrected)
      .when(...revertAt('2022-03-03 10:01', 2))
      .refuses('dossier.revert-not-possible');
    given(receipt, processed, revertAt('2022-03-03 10:01', 2))
      .when(...revertAt('2022-03-03 10:02', 3))
      .refuses('dossier.revert-not-possible');
  });

  it('is refused where the calendar has moved meanwhile what would be open again', () => {
    const off = { date: '2022-03-04', name: 'nghỉ' };
    const parsed = parseCalendar({ ...vietnamCalendar, version: 99, daysOff: [...vietnamCalendar.daysOff, off] });
    if (!parsed.ok) throw new Error(parsed.error.message);
    const [local, command] = revertAt('2022-03-03 10:01', 2);
    given(receipt, processed)
      .when(local, command, { ...clerk, calendar: parsed.calendar })
      .refuses('dossier.revert-calendar-changed');
  });

  it('rejects the moment that was proposed with it', () => {
    const late = decide(
      given(receipt).dossier,
      { type: 'process', occurredAt: at('2022-03-02 10:00') },
      context(at('2022-03-04 10:00'), clerk),
    );
    const dossier = apply(given(receipt).dossier, late);
    expect(dossier).toMatchObject({ status: 'processed', proposals: [{ version: 2, decision: null }] });
    const command = { type: 'revert', event: 2, occurredAt: at('2022-03-04 10:01') } as const;
    const undone = apply(dossier, decide(dossier, command, context(command.occurredAt, clerk)));
    expect(undone).toMatchObject({ status: 'received', proposals: [{ version: 2, decision: { approved: false } }] });
  });

  it('cannot be dated back, and stays quiet on repeat', () => {
    const early = decide(
      given(receipt, processed).dossier,
      { type: 'revert', event: 2, occurredAt: at('2022-03-01 10:00') },
      context(at('2022-03-03 10:01'), clerk),
    );
    expect(isRefusal(early) && early.code).toBe('command.not-backdatable');
    given(receipt, processed, revertAt('2022-03-03 10:01', 2))
      .when(...revertAt('2022-03-03 10:02', 2))
      .staysQuiet();
  });

  it('lets what was taken back be done again, and taken back again', () => {
    given(receipt, processed, revertAt('2022-03-03 10:01', 2), by(['2022-03-03 10:02', { type: 'process' }]))
      .when(...revertAt('2022-03-03 10:03', 4))
      .gives({ status: 'received', version: 5, processedAt: null });
  });
});
