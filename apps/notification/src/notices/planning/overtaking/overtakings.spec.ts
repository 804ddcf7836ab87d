import { describe, expect, it } from '@jest/globals';
import { dossierEventNames } from '@motcua/contracts';
import { findOvertaken, overtakings } from './overtakings.ts';

const overtakenBy = (name: string, why: string | null = null): string[] =>
  findOvertaken({ name, why }).map(({ event, subject }) => (subject === null ? event : `${event} of ${subject}`));

describe('a notice becomes untrue', () => {
  it.each([
    ['dossier.supplement-received', ['dossier.supplement-requested']],
    ['dossier.payment-made', ['dossier.payment-requested']],
    ['dossier.apologised', ['dossier.extended', 'dossier.apologised', 'dossier.redated']],
    ['dossier.redated', ['dossier.extended', 'dossier.apologised', 'dossier.redated']],
    ['dossier.withdrawal-requested', ['dossier.supplement-requested', 'dossier.payment-requested']],
    ['dossier.refused', ['dossier.supplement-requested', 'dossier.payment-requested', 'sla.due-soon of acceptance']],
    [
      'dossier.stopped',
      [
        ...[
          'dossier.supplement-requested',
          'dossier.payment-requested',
          'dossier.extended',
          'dossier.apologised',
          'dossier.redated',
        ],
        ...['dossier.withdrawal-requested', 'dossier.processed', 'sla.due-soon of acceptance', 'sla.due-soon of transfer'],
        ...['sla.due-soon of step', 'sla.due-soon of dossier', 'sla.due-soon of apology', 'sla.due-soon of promise'],
      ],
    ],
  ])('by %s', (name, notices) => {
    expect(overtakenBy(name)).toEqual(notices);
  });

  it('by what an alert warned of, of the same clock', () => {
    expect(overtakenBy('sla.breached', 'transfer/breach')).toEqual(['sla.due-soon of transfer']);
  });

  it('by a decision on what it asks to decide on', () => {
    for (const outcome of ['approved', 'rejected', 'lapsed'])
      expect(overtakenBy(`notification.proposal-${outcome}`, 'moment')).toEqual(['notification.proposal-waiting of moment']);
  });
});

describe('a notice of something that happened', () => {
  const tells = ['submitted', 'received', 'refused', 'transferred', 'supplement-received', 'payment-made', 'stopped', 'returned'];
  it.each([...tells.map((name) => `dossier.${name}`), 'sla.breached', 'sla.recovered'])(
    'stays true, however late: %s',
    (event) => {
      expect(overtakings.filter(({ of }) => of === event)).toEqual([]);
    },
  );
});

describe('the table', () => {
  it('names events that there are', () => {
    const dossiers = overtakings.flatMap(({ of, by }) => [of, ...by]).filter((name) => name.startsWith('dossier.'));
    expect(dossiers.filter((name) => !(dossierEventNames as readonly string[]).includes(name.slice('dossier.'.length)))).toEqual(
      [],
    );
  });
});
