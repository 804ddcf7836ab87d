import { logProgressType, type LogProgressEvent } from '@motcua/contracts';
import { controlHeader, type OutgoingRecord } from '@motcua/kafka';

interface Said {
  readonly partition: number;
  readonly recordedUpTo: string | null;
  /** Sessions that have ended. */
  readonly sessions?: readonly string[];
  readonly id?: string;
}

/** What a control record of the dossier log says. */
export const createProgress = ({ partition, recordedUpTo, sessions = [] }: Said): LogProgressEvent['data'] => ({
  partition,
  recordedUpTo,
  nextWithinSeconds: 10,
  sessionsEnded: sessions.map((session) => ({ session, endedBy: 'closed', endedAt: recordedUpTo ?? new Date(0).toISOString() })),
});

/** A control record as the relay of dossier-intake writes it. */
export function createProgressRecord({ id = 'progress/1/1/0', ...said }: Said): OutgoingRecord {
  const event: LogProgressEvent = {
    specversion: '1.0',
    id,
    source: 'urn:motcua:dossier-intake',
    type: logProgressType,
    time: said.recordedUpTo ?? new Date(0).toISOString(),
    datacontenttype: 'application/json',
    data: createProgress(said),
  };
  return { key: null, value: JSON.stringify(event), headers: { [controlHeader]: 'progress' }, partition: said.partition };
}
