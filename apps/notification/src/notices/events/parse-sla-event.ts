import { readSlaEvent, type SlaData } from '@motcua/contracts';
import { ok, type IncomingMessage, type StepResult } from '@motcua/kafka';
import { aboutUnit, type NotifiableEvent } from './notifiable-event.ts';

/** What clocks said. */
export interface SlaNews extends NotifiableEvent {
  /** When, epoch ms; where the event does not tell, the moment that it is about, which may lie some days before. */
  readonly saidAt: number;
}

/** A message of `sla.events.v1`: an event to notify of, nothing for us, or poison with the reason. */
export function stepSlaEvent({ value }: Pick<IncomingMessage, 'value'>): StepResult<SlaNews> {
  const watermark = readSlaEvent(value, { 'overdue-judged': 'notifies nobody' });
  if (watermark.kind !== 'ok') return watermark;
  const { event, body } = watermark.value;
  const recordedAt = Date.parse(event.time);
  switch (event.type) {
    case 'vn.motcua.sla.due-soon.v1':
      return ok({ ...ofAlert('sla.due-soon', event.id, event.data), recordedAt, saidAt: Date.parse(event.data.firedAt), body });
    case 'vn.motcua.sla.breached.v1':
      return ok({ ...ofAlert('sla.breached', event.id, event.data), recordedAt, saidAt: Date.parse(event.data.firedAt), body });
    case 'vn.motcua.sla.recovered.v1':
      return ok({ ...ofRecovery(event.id, event.data), recordedAt, saidAt: recordedAt, body });
    case 'vn.motcua.sla.calendar-changed.v1':
      return ok({ ...ofCalendarChange(event.id, event.data), recordedAt, saidAt: recordedAt, body });
  }
}

type PlannedNotices = Omit<NotifiableEvent, 'recordedAt' | 'body'>;

function ofAlert(name: string, id: string, data: SlaData<'due-soon' | 'breached'>): PlannedNotices {
  const { clock, rung: escalation, due, remainingMinutes, officer, foldedRungs, tell, urgency } = data;
  return {
    ...ofDossier(id, name, data),
    isHistory: data.fromImport === true,
    clock,
    why: `${clock}/${escalation}`,
    tell,
    urgency,
    variables: { clock, rung: escalation, due, remainingMinutes, officer, foldedRungs },
  };
}

function ofRecovery(id: string, data: SlaData<'recovered'>): PlannedNotices {
  const { clock, by, breachedDue, newDue, lateMinutes } = data;
  return {
    ...ofDossier(id, 'sla.recovered', data),
    isHistory: data.fromImport === true,
    clock,
    why: `${clock}/${by}`,
    tell: null,
    urgency: null,
    variables: { clock, by, breachedDue, lateMinutes, ...(newDue === null ? {} : { newDue }) },
  };
}

function ofDossier(id: string, name: string, data: SlaData<'due-soon' | 'breached' | 'recovered'>) {
  return {
    id,
    name,
    dossier: { id: data.dossierId, code: data.code, sourceCode: data.sourceCode },
    unit: data.responsibleUnit,
    path: data.responsiblePath,
    timeZone: data.timeZone,
    handlingUnit: data.handlingUnit,
    officer: data.officer,
    procedure: data.procedure,
    applicantSkip: data.imported ? ('imported' as const) : null,
  };
}

function ofCalendarChange(id: string, data: SlaData<'calendar-changed'>): PlannedNotices {
  const { unit, path, timeZone, calendar, dossiers, earlier, later } = data;
  return {
    id,
    name: 'sla.calendar-changed',
    why: `${calendar.id}/${String(calendar.version)}`,
    ...aboutUnit(unit),
    path,
    timeZone,
    variables: { calendar: calendar.id, version: calendar.version, dossiers, earlier, later },
  };
}
