import { logProgressType, type LogProgressEvent } from '@motcua/contracts';
import { controlHeader, type OutgoingRecord } from '@motcua/kafka';

interface Overrides {
  readonly partition: number;
  readonly recordedUpTo: string | null;
  /** Sessions that have ended. */
  readonly sessions?: readonly string[];
  readonly nextWithinSeconds?: number;
  readonly id?: string;
}

/** What a control record of the dossier log says. */
export const createProgress = ({
  partition,
  recordedUpTo,
  sessions = [],
  nextWithinSeconds = 10,
}: Overrides): LogProgressEvent['data'] => ({
  partition,
  recordedUpTo,
  nextWithinSeconds,
  sessionsEnded: sessions.map((session) => ({ session, endedBy: 'closed', endedAt: recordedUpTo ?? new Date(0).toISOString() })),
});

/** A control record as the relay of dossier-intake writes it. */
export function createProgressRecord({ id = 'progress/1/1/0', ...overrides }: Overrides): OutgoingRecord {
  const event: LogProgressEvent = {
    specversion: '1.0',
    id,
    source: 'urn:motcua:dossier-intake',
    type: logProgressType,
    time: overrides.recordedUpTo ?? new Date(0).toISOString(),
    datacontenttype: 'application/json',
    data: createProgress(overrides),
  };
  return { key: null, value: JSON.stringify(event), headers: { [controlHeader]: 'progress' }, partition: overrides.partition };
}
