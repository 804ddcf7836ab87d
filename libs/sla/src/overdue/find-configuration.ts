import { dueMoment } from '@motcua/calendar';
import { lateFromMinute } from '../targets/late-from.ts';
import type { Limit } from '../vocabulary.ts';
import { toReckoned, toText, type Explanation, type OverdueContext } from './overdue-context.ts';

/** Another limit was promised than the procedure has, and by the procedure's it is in time. */
export function findConfiguration(facts: OverdueContext): Explanation | undefined {
  const { calendar, receivedAt, limit, procedureLimit, pauses, due } = facts;
  if (limit === null || procedureLimit === null || isSameLimit(limit, procedureLimit)) return undefined;
  const lawful = dueMoment(calendar, { receivedAt, limit: procedureLimit, pauses });
  const reckoned = toReckoned(facts);
  if (!lawful.ok || lawful.dueAt === null || reckoned >= lateFromMinute(lawful.dueAt)) return undefined;
  return {
    promised: toWords(limit),
    procedure: toWords(procedureLimit),
    due: toText(due),
    dueByProcedure: toText(lawful.dueAt),
    reckoned: toText(reckoned),
  };
}

const isSameLimit = (left: Limit, right: Limit): boolean => left.amount === right.amount && left.unit === right.unit;
const toWords = ({ amount, unit }: Limit): string => `${amount} ${unit}`;
