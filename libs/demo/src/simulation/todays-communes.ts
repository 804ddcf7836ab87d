import { parseCalendar } from '@motcua/calendar';
import type { ProcedureDocument } from '@motcua/contracts';
import { createCatalogueClient } from '@motcua/client/catalogue';
import { createGatewayClient, type GatewayConnection } from '@motcua/client';
import { holdsOn, readReferenceData } from '../reference/reference-data.ts';
import { type CounterHandler, createCounterHandler } from './counter-handler.ts';
import type { SlowCounter } from './slow-counter.ts';
import { paperSource } from './paper-trail.ts';

/** The unit above all communes that play. */
const PROVINCE = 'phu-tho';

/** Today in Viet Nam, UTC+7. */
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** Desks of today's communes, and the procedures a commune receives today. */
export async function openTodaysCounters(
  stack: GatewayConnection,
): Promise<{ counters: CounterHandler[]; procedures: ProcedureDocument[] }> {
  const { units, procedures } = await readReferenceData();
  const date = today();
  return {
    counters: units
      .filter((unit) => unit.kind === 'commune' && holdsOn(date, unit))
      .map(({ code }) => createCounterHandler(stack, code)),
    procedures: procedures.filter((procedure) => procedure.levels.includes('commune') && holdsOn(date, procedure)),
  };
}

/** What a slow desk works with: the calendar in force, and a procedure promised within working hours. Undefined where there is none. */
export async function getSlowWork(
  stack: GatewayConnection,
  procedures: readonly ProcedureDocument[],
): Promise<Pick<SlowCounter, 'calendar' | 'procedure' | 'paper'> | undefined> {
  const procedure = procedures.find(({ limit }) => limit?.unit === 'working-hour');
  const calendars = await createCatalogueClient(createGatewayClient(stack, { role: 'admin' })).list('calendars');
  const document = calendars.find(({ id }) => id === 'vn');
  const parsed = document === undefined ? undefined : parseCalendar(document);
  if (procedure === undefined || parsed?.ok !== true) return undefined;
  return {
    procedure,
    calendar: parsed.calendar,
    paper: createGatewayClient(stack, { role: 'source', source: paperSource, unit: PROVINCE }),
  };
}
