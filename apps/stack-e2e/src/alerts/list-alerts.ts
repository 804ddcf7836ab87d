import type { SlaData } from '@motcua/contracts';
import type { RunningStack } from '../stack/running-stack.ts';
import { queryStack } from './query-stack.ts';

export interface Alert {
  readonly id: string;
  readonly type: string;
  readonly data: SlaData<'breached'>;
}

/** Every alert the timer has decided on, as it is published, from its own event table. */
export function listAlerts(stack: RunningStack): Promise<Alert[]> {
  return queryStack<Alert>(
    stack,
    `SELECT body ->> 'id' AS id, body ->> 'type' AS type, body -> 'data' AS data
     FROM (SELECT sla.event_body(event)::jsonb AS body FROM sla.event) AS said
     WHERE body ->> 'type' IN ('vn.motcua.sla.due-soon.v1', 'vn.motcua.sla.breached.v1')`,
  );
}
