import { describe, expect, it } from '@jest/globals';
import type { SlaEvent } from '@motcua/contracts';
import { readEventFixture } from '@motcua/contracts/testing';
import { packEscalation } from '../packed-escalation.ts';
import { toAlertEvent, type AlertRow } from './alert-event.ts';

type AlertEvent = SlaEvent<'due-soon' | 'breached'>;
const steps = ['half', 'four-fifths', 'one-day-before', 'breach'];
const kinds = ['before', 'before', 'before', 'breach'];

/** The row of which a published alert is made. */
function toRow({ data }: AlertEvent): AlertRow {
  const { responsibleUnit, responsiblePath, responsibleKind, handlingUnit, officer, calendar, timeZone } = data;
  const { dossierId, dossierVersion, code, sourceCode, imported, procedure, field } = data;
  const whose = { responsibleUnit, responsiblePath, responsibleKind, handlingUnit, officer, calendar, timeZone };
  const subject = { dossierId, dossierVersion, code, sourceCode, imported, procedure, field, ...whose };
  const pack = (step: string, remainingMinutes: number): string =>
    String(packEscalation({ at: Date.parse(data.reachedAt), place: steps.indexOf(step), remainingMinutes }));
  return {
    dossierId,
    subject: JSON.stringify(subject).slice(1, -1),
    clock: data.clock,
    generation: data.generation,
    due: new Date(data.due),
    originalDue: data.originalDue === null ? null : new Date(data.originalDue),
    firedAt: new Date(data.firedAt),
    escalation: pack(data.rung, data.remainingMinutes),
    coalesced: data.foldedRungs.length === 0 ? null : data.foldedRungs.map((step) => pack(step, 0)),
    fromImport: data.fromImport === true ? true : null,
    steps,
    kinds,
    audiences: steps.map(() => JSON.stringify(data.tell)),
    urgencies: steps.map(() => data.urgency),
  };
}

/** As this service names an alert; the fixtures are of another hand. */
const named = (event: AlertEvent): AlertEvent => ({
  ...event,
  id: `${event.data.dossierId}/${event.data.clock}/${event.data.generation}/${event.data.rung}`,
  source: 'urn:motcua:sla-timer',
  time: event.data.reachedAt,
});

describe('an alert', () => {
  const fixtures = ['sla.due-soon.v1', 'sla.breached.v1'].map((name) => JSON.parse(String(readEventFixture(name))) as AlertEvent);

  it.each(fixtures)('is what was published, to the letter: $type', (fixture) => {
    expect(toAlertEvent(toRow(fixture))).toEqual({ key: fixture.subject, body: JSON.stringify(named(fixture)) });
  });

  it.each(fixtures)('of an import says so at its end, and names those it stands in for, lowest first: $type', (fixture) => {
    const imported = { ...fixture, data: { ...fixture.data, foldedRungs: ['half', 'four-fifths'], fromImport: true } };
    expect(toAlertEvent(toRow(imported)).body).toBe(JSON.stringify(named(imported)));
  });
});

it('is a bug where an alert was fired by a step that its policy does not have', () => {
  const fixture = JSON.parse(String(readEventFixture('sla.breached.v1'))) as AlertEvent;
  expect(() => toAlertEvent({ ...toRow(fixture), steps: ['half'] })).toThrow('no step 3');
});
