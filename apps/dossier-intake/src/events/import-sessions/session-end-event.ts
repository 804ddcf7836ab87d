import type { LogProgressEvent } from '@motcua/contracts';
import type { EventRow } from '../../dossiers/event-row.ts';
import { intakeSource } from '../../dossiers/publish-dossier.ts';

/** Type of the row by which the relay learns that a session is over. It is in no view and on no topic as such. */
export const sessionEndType = 'vn.motcua.import-session.ended.v1';

export type EndedSession = LogProgressEvent['data']['sessionsEnded'][number];

/**
 * The end of a session as a row of the event table: so it is ordered against the session's events, published after them, and published
 * again with them after a restore. The session's id stands where a dossier's stands; none has the same.
 */
export function toSessionEndRow(ended: EndedSession, actor: string): EventRow {
  return {
    dossier_id: ended.session,
    version: 1,
    type: sessionEndType,
    source: intakeSource,
    event_id: `import-session/${ended.session}`,
    occurred_at: ended.endedAt,
    recorded_at: ended.endedAt,
    actor,
    body: JSON.stringify(ended),
  };
}

/** What `toSessionEndRow` wrote. */
export const parseSessionEnd = (body: string): EndedSession => JSON.parse(body) as EndedSession;
