import { describe, expect, it } from '@jest/globals';
import type { DossierEventName } from '@motcua/contracts';
import { createDossierEvent, createSnapshot, type BuiltEvent } from '../../testing/events.builder.ts';
import { leaveOutTakenBack } from './leave-out-taken-back.ts';
import { stepDossierEvent, type DossierNews } from './parse-dossier-event.ts';

const snapshot = createSnapshot({ dossierVersion: 2 });

function toNews({ value }: BuiltEvent): DossierNews {
  const result = stepDossierEvent({ value: Buffer.from(value) });
  if (result.kind !== 'ok') throw new Error(result.reason);
  return result.value;
}
const happened = (name: DossierEventName, change: object = {}): DossierNews => toNews(createDossierEvent(name, snapshot, change));
const reverted = (eventId: string): DossierNews => {
  const { occurredAt, recordedAt } = snapshot;
  const what = { event: 'returned', version: 2, eventId, occurredAt, recordedAt };
  return toNews(createDossierEvent('reverted', { ...snapshot, dossierVersion: 3 }, what));
};
const skipsOf = (news: readonly DossierNews[]): unknown[] => news.map(({ event }) => event.applicantSkip);

describe('of a batch', () => {
  it('neither an event that is taken back nor its revert is told, where both are in it', () => {
    const returned = happened('returned');
    expect(skipsOf(leaveOutTakenBack([returned, reverted(returned.event.id)], new Set()))).toEqual(['taken-back', 'never-told']);
  });

  it('a revert is told where what it takes back may have been', () => {
    expect(skipsOf(leaveOutTakenBack([reverted('a'), reverted('b')], new Set(['a'])))).toEqual([null, 'never-told']);
  });

  it('nobody is asked to decide on what was proposed and taken back', () => {
    const waits = { occurredAt: snapshot.occurredAt, lapsesAt: snapshot.occurredAt, madeBy: 'an' };
    const returned = happened('returned', { proposedMoment: waits });
    expect(returned.proposal).toBeDefined();
    expect(leaveOutTakenBack([returned, reverted(returned.event.id)], new Set())[0]?.proposal).toBeUndefined();
  });

  it('everything else is told as it was', () => {
    const others = [happened('received'), happened('processed')];
    expect(leaveOutTakenBack(others, new Set())).toEqual(others);
  });
});
