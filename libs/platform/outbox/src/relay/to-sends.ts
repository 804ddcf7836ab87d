import type { OutgoingRecord } from '@motcua/kafka';
import { Buffer } from 'node:buffer';
import type { OutboxRecord, RelayRow } from './relay-options.ts';

export interface Send {
  readonly topic: string;
  readonly records: readonly OutgoingRecord[];
}

/** A partition's part of a request must stay below the broker's `message.max.bytes` (1 MB), even when all keys fall on one partition. */
const maxSendBytes = 800_000;
const recordOverheadBytes = 100;

/** Rows to sends, in their order: one ends where the topic changes or the size is reached. */
export function toSends(
  rows: readonly RelayRow[],
  topic: string,
  toRecord: (row: RelayRow) => OutboxRecord,
  headers: Readonly<Record<string, string>> = {},
): Send[] {
  const sends: { topic: string; records: OutgoingRecord[] }[] = [];
  let bytes = 0;
  for (const row of rows) {
    const record = toRecord(row);
    const value = record.value === null ? null : Buffer.from(record.value);
    const size = (value?.length ?? 0) + record.key.length + recordOverheadBytes;
    const target = record.topic ?? topic;
    let send = sends.at(-1);
    if (send?.topic !== target || bytes + size > maxSendBytes) {
      send = { topic: target, records: [] };
      sends.push(send);
      bytes = 0;
    }
    bytes += size;
    send.records.push({ key: record.key, value, headers: { ...headers, ...record.headers } });
  }
  return sends;
}
