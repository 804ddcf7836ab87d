import { describe, expect, it } from '@jest/globals';
import { createAlert, createDossierEvent, createSlaEvent, createSnapshot, createSubject } from '../../testing/events.builder.ts';
import { stepDossierEvent } from './parse-dossier-event.ts';
import { stepSlaEvent } from './parse-sla-event.ts';

const slaKind = (value: string | null) => stepSlaEvent({ value: value === null ? null : Buffer.from(value) });
const dossierKind = (value: string) => stepDossierEvent({ value: Buffer.from(value) });

describe('a message of the alerts', () => {
  it('is announced with its clock and escalation step, and parked with the reason where it breaks the contract', () => {
    expect(slaKind(createAlert('due-soon').value)).toMatchObject({
      kind: 'ok',
      value: { name: 'sla.due-soon', why: 'dossier/four-hours-before' },
    });
    expect(slaKind('{')).toMatchObject({ kind: 'dead-letter', step: 'parse' });
    expect(slaKind(null)).toMatchObject({ kind: 'dead-letter', step: 'parse' });
    expect(slaKind(createAlert('breached', { due: 'tomorrow' }).value)).toMatchObject({ kind: 'dead-letter', step: 'validate' });
  });

  it('notifies nobody of an overdue cause, and knows of no other types', () => {
    const { dossierId, ...whose } = createSubject();
    const result = createSlaEvent('overdue-judged', dossierId, {
      ...whose,
      dossierId,
      judgement: 1,
      cause: 'real',
      overdueSince: '2026-11-20T10:00:00.000Z',
      rule: 'real',
      explanation: {},
      judgedBy: 'rules',
      reasonCode: null,
    });
    expect(slaKind(result.value)).toEqual({ kind: 'skip', reason: 'notifies nobody' });
    expect(slaKind('{"type":"vn.motcua.sla.else.v9"}')).toEqual({ kind: 'skip', reason: 'another type' });
  });
});

describe('a message of the dossiers', () => {
  it('is announced by its short name, with the reason of the change', () => {
    const event = createDossierEvent('stopped', createSnapshot(), { reasonCode: 'withdrawn', closedPause: null });
    expect(dossierKind(event.value)).toMatchObject({
      kind: 'ok',
      value: { event: { name: 'dossier.stopped', why: 'withdrawn', id: event.id } },
    });
    expect(dossierKind(event.value.replace('"status":2', '"status":77'))).toMatchObject({
      kind: 'dead-letter',
      step: 'validate',
    });
  });
});
