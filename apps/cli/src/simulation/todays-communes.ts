import type { ProcedureDocument } from '@motcua/contracts';
import { holdsOn, readReferenceData } from '../scenario/reference-data.ts';
import type { StackConnection } from '../stack/stack-connection.ts';
import { createCounterDesk, type CounterDesk } from './counter-desk.ts';

/** Today in Viet Nam, UTC+7. */
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** Desks of today's communes, and the procedures a commune receives today. */
export async function openTodaysDesks(
  stack: StackConnection,
): Promise<{ desks: CounterDesk[]; procedures: ProcedureDocument[] }> {
  const { units, procedures } = await readReferenceData();
  const date = today();
  return {
    desks: units
      .filter((unit) => unit.kind === 'commune' && holdsOn(date, unit))
      .map(({ code }) => createCounterDesk(stack, code)),
    procedures: procedures.filter((procedure) => procedure.levels.includes('commune') && holdsOn(date, procedure)),
  };
}
