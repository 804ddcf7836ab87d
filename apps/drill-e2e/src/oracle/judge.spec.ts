import { describe, expect, it } from '@jest/globals';
import type { LoggedAlert, LoggedEvent, Observed, ShownBoard } from '../observe/observed.ts';
import type { ClientRecord, KnownDossier } from '../record/client-record.ts';
import { judge } from './judge.ts';
import { createDay } from './oracle.fixture.ts';

const { record, observed } = createDay();
const [board] = Object.values(observed.boards) as [ShownBoard];
const [alert] = observed.alerts as [LoggedAlert];
const late = record.dossiers[2]!;

/** What the oracle says where the stack shows something else. */
const judgeShown = (change: Partial<Observed>): string[] => tell(record, { ...observed, ...change });
/** And where the clients know something else. */
const judgeKnown = (change: (dossier: KnownDossier) => KnownDossier): string[] =>
  tell(Object.assign(Object.create(record) as ClientRecord, { dossiers: record.dossiers.map(change) }), observed);
const tell = (known: ClientRecord, shown: Observed): string[] =>
  judge(known, shown).map(({ promise, what }) => `${promise}: ${what}`);

const without = (version: number, id: string): LoggedEvent[] =>
  observed.events.filter((event) => event.version !== version || event.dossierId !== id);
const showBoard = (change: Partial<ShownBoard>): Partial<Observed> => ({
  boards: { 'xa-thanh-ba': { ...board, ...change } },
});

describe('the oracle', () => {
  it('says nothing where all is as it was promised', () => {
    expect(tell(record, observed)).toEqual([]);
  });

  it('names a command that was acknowledged and is not in the log', () => {
    expect(judgeShown({ events: without(2, 'd2') })).toEqual(['lost: d2: processed (version 2)']);
  });

  it('names a dossier of an import that is not in the log', () => {
    expect(judgeShown({ events: without(1, 'd3') })).toContain('lost: cd-3: received (version 1)');
  });

  it('names an event that stands where another was acknowledged', () => {
    const events = observed.events.map((event) => (event.version === 2 ? { ...event, event: 'returned' } : event));
    expect(judgeShown({ events })).toEqual(['lost: d2: processed (version 2)']);
  });

  it('names a dossier whose events come in another order', () => {
    const [one, two, three, four] = observed.events as [LoggedEvent, LoggedEvent, LoggedEvent, LoggedEvent];
    expect(judgeShown({ events: [one, four, three, two] })).toEqual(['order: d2: version 2 after 0']);
  });

  it('names a version that is two things', () => {
    const events = [...observed.events, { dossierId: 'd2', sourceCode: null, version: 2, event: 'returned' }];
    expect(judgeShown({ events })).toEqual(['order: d2: version 2 is processed and returned']);
  });

  it('takes a repetition of the log for what it is', () => {
    expect(judgeShown({ events: [...observed.events, ...observed.events] })).toEqual([]);
    expect(judgeShown({ alerts: [alert, alert] })).toEqual([]);
  });

  it('names a figure that counts what nobody knows of, or misses somebody', () => {
    const figures = { ...board.figures, received: 4 };
    expect(judgeShown(showBoard({ figures }))).toEqual(['figure: xa-thanh-ba · received: shown 4, counted 3']);
    expect(judgeShown(showBoard({ figures: { ...board.figures, finished: 0 } }))).toEqual([
      'figure: xa-thanh-ba · finished: shown 0, counted 1',
    ]);
  });

  it('names a board on which who has ended counts a second time as what it was before, though the lists are right', () => {
    // Of d2 what it counted for as an open one was not taken back.
    const figures = { ...board.figures, received: 4, open: 3 };
    expect(judgeShown(showBoard({ figures }))).toEqual([
      'figure: xa-thanh-ba · received: shown 4, counted 3',
      'figure: xa-thanh-ba · open: shown 3, counted 2',
    ]);
  });

  it('names a broken promise that a board does not count, and one that it counts too early', () => {
    const figures = { ...board.figures, overdue: 0 };
    expect(judgeShown(showBoard({ figures }))).toEqual(['figure: xa-thanh-ba · overdue: shown 0, counted 1']);
    const early = showBoard({ asOf: alert.due + 999 });
    expect(judgeShown(early)).toEqual([
      'figure: xa-thanh-ba · overdue: shown 1, counted 0',
      'list: xa-thanh-ba · overdue: d3 does not belong',
    ]);
  });

  it('names an alert that came before its moment', () => {
    expect(judgeShown({ alerts: [{ ...alert, firedAt: alert.due - 1 }] })).toEqual([
      'alert: d3 dossier 1 breach: before its moment',
    ]);
  });

  it('names who is missing in a list, does not belong there, or is there twice', () => {
    const lists = { ...board.lists, finished: ['d1'], open: ['d1', 'd3', 'd3'] };
    expect(judgeShown(showBoard({ lists }))).toEqual([
      'list: xa-thanh-ba · finished: d2 is missing',
      'list: xa-thanh-ba · finished: d1 does not belong',
      'list: xa-thanh-ba · open: 1 twice',
    ]);
  });

  it.each([
    ['left out', 'H44.05-261130-0003', 'serial: H44.05-261130: 1 3'],
    ['given twice', 'H44.05-261130-0001', 'serial: H44.05-261130: 1 1'],
  ])('names a serial that was %s', (_, code, told) => {
    expect(judgeKnown((dossier) => (dossier.key === 'd2' ? { ...dossier, code } : dossier))).toEqual([told]);
  });

  it('names a deadline that nobody was warned of', () => {
    expect(judgeShown({ alerts: [] })).toEqual(['alert: cd-3, due 2026-11-30T02:00:00.000Z: 0 breaches, expected 1']);
  });

  it('names a deadline of which two alerts were made', () => {
    expect(judgeShown({ alerts: [alert, { ...alert, id: 'another' }] })).toEqual([
      'alert: d3 dossier 1 breach: 2 times',
      'alert: cd-3, due 2026-11-30T02:00:00.000Z: 2 breaches, expected 1',
    ]);
  });

  it('names a warning of a promise that had been kept in time', () => {
    const keep = (keptAt: number) => judgeKnown((one) => (one === late ? { ...one, promise: { due: alert.due, keptAt } } : one));
    expect(keep(alert.due - 1)).toEqual(['alert: cd-3, due 2026-11-30T02:00:00.000Z: 1 breaches, expected 0']);
    // Told after the due moment, it may have come too late.
    expect(keep(alert.due + 1)).toEqual([]);
  });

  it('names who was told twice, and a mail that came twice', () => {
    const [notice] = observed.notices;
    expect(judgeShown({ notices: [notice!, notice!] })).toEqual(['told: d3/dossier/1/breach to staff:xa-thanh-ba.head: 2 times']);
    expect(judgeShown({ mails: [...observed.mails, { id: 'mail-2' }] })).toEqual(['mail: mail-2: 2 times']);
  });

  it('names a file that is missing or strange, a rating given twice or turned round, an entry that is another', () => {
    expect(judgeShown({ files: {} })).toEqual(['document: files of d2: 0 of 1']);
    expect(judgeShown({ files: { d2: ['abd'] } })).toEqual(['document: files of d2: 1 of 1']);
    const [rating] = observed.ratings;
    expect(judgeShown({ ratings: [rating!, rating!] })).toEqual(['document: rating of d2: true true']);
    expect(judgeShown({ ratings: [{ ...rating!, satisfied: false }] })).toEqual(['document: rating of d2: false']);
    expect(judgeShown({ institutional: {} })).toEqual(['document: entry mailboxes/xa-thanh-ba']);
  });

  it('names a change of the calendar that nobody followed to its end', () => {
    const known = Object.assign(Object.create(record) as ClientRecord, { calendar: { id: 'vn', version: 7 } });
    expect(tell(known, { ...observed, calendarChange: 'applying' })).toEqual(['document: calendar 7: applying']);
    expect(tell(known, { ...observed, calendarChange: 'done' })).toEqual([]);
  });

  it('names what was refused though it was lawful, and where a person was found', () => {
    const known = Object.assign(Object.create(record) as ClientRecord, { failures: ['undo: answered 500'] });
    expect(tell(known, { ...observed, leaks: ['gateway.log: Lan'] })).toEqual([
      'answered: undo: answered 500',
      'leak: gateway.log: Lan',
    ]);
  });
});
