import type { ClockState } from '@motcua/contracts';

/** Done, or (an apology is never late, it is no longer lawful) lapsed. */
const isClosed = (asOf: string): string =>
  `coalesce(c.closed_at <= ${asOf} OR (c.late_from IS NULL AND c.due <= ${asOf}), false)`;

/** Of a row of `sla.clock`, at the moment `asOf` (an SQL expression), from what is known of it now. */
export const stateAt = (asOf: string): string => `CASE
  WHEN ${isClosed(asOf)} THEN 'closed'
  WHEN c.state = 'paused' THEN 'paused'
  WHEN c.late_from <= ${asOf} THEN 'breached'
  WHEN c.soon_at <= ${asOf} THEN 'due-soon'
  ELSE 'running' END`;

/** The same as conditions, so that a question for one state looks at no other rows' states. */
export function inState(state: ClockState | undefined, asOf: string): string {
  const isOpen = `NOT ${isClosed(asOf)}`;
  const isLate = `coalesce(c.late_from <= ${asOf}, false)`;
  const isSoon = `coalesce(c.soon_at <= ${asOf}, false)`;
  switch (state) {
    case undefined:
      return isOpen;
    case 'closed':
      return isClosed(asOf);
    case 'paused':
      return `${isOpen} AND c.state = 'paused'`;
    case 'breached':
      return `${isOpen} AND c.state <> 'paused' AND ${isLate}`;
    case 'due-soon':
      return `${isOpen} AND c.state <> 'paused' AND NOT ${isLate} AND ${isSoon}`;
    case 'running':
      return `${isOpen} AND c.state <> 'paused' AND NOT ${isLate} AND NOT ${isSoon}`;
  }
}
