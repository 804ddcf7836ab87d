import { readRecords, toDigest, type HeaderValue, type IncomingMessage } from '@motcua/kafka';
import type { Transaction } from '@motcua/postgres';
import { EventReader } from './event-reader.ts';
import type { RelayOptions } from './relay-options.ts';
import type { AcknowledgedOffsets } from '../store/acknowledged-offsets.ts';
import type { Cursor } from '../store/cursor.store.ts';
import type { StoreIdentity } from '../store/store-identity.ts';
import { removeFound } from '../comparison/find-in-table.ts';
import { OrphanedRecordStore, type OrphanedRecord } from '../comparison/orphaned-record.store.ts';
import { identify, summarize } from '../comparison/record-identity.ts';

const relayHeader = 'motcua-relay';

/** On every record: which relay published it, and of which store. What others write into a topic is not compared: it was never in this table. */
export const toRelayHeaders = (relay: string, { storeId }: Pick<StoreIdentity, 'storeId'>): Readonly<Record<string, string>> => ({
  [relayHeader]: `${relay} ${storeId.split('/')[1]?.slice(0, 8) ?? ''}`,
});

const rowsARead = 2_000;

/** What the comparison ends with. */
interface Compared {
  /** Void by settlement, met again: their keys are to be deleted from a compacted topic. */
  readonly settled: readonly OrphanedRecord[];
  /** Behind which nothing has to be compared again. */
  readonly acknowledged: AcknowledgedOffsets;
}

/** An event of the log, with what it is looked for by. Without its value: of a log that is compared whole, as after an adoption, there are many. */
interface Suspect {
  readonly orphan: OrphanedRecord;
  readonly identity: string;
}

/**
 * Compares the last records of the log with the event table, at the beginning of every term. The cursor lies in the same database as the table and knows
 * what the log had acknowledged when it was saved: an event that this database has lost was committed later, so published later, so it lies behind these
 * offsets. Whatever lies there has to be in the table.
 */
export class LogComparison {
  readonly #store: OrphanedRecordStore;
  readonly #reader: EventReader;

  constructor(
    transaction: Transaction,
    private readonly options: RelayOptions,
  ) {
    this.#store = new OrphanedRecordStore(transaction, options.schema, options.name);
    this.#reader = new EventReader(transaction, { ...options, batchSize: rowsARead });
  }

  /** @returns why the relay must not go on where nobody has settled what was found */
  async compare(cursor: Cursor, { cluster }: StoreIdentity): Promise<Compared | string> {
    const { topic, topics = [topic], logger } = this.options;
    const before = await this.#store.findCluster(topic);
    const { suspects, controls, acknowledged } = await this.#readLog(cursor, topics);
    const orphans = await this.#findOrphans(cursor, suspects, controls);
    const unsettled = await this.#store.note(orphans);
    const hasMoved = before !== undefined && before !== cluster;
    if (unsettled > 0) return this.#sayWhatIsLost(unsettled, hasMoved);
    if (hasMoved) {
      const told = { relay: this.options.name, from: before, to: cluster, compared: suspects.length, settled: orphans.length };
      logger.warn(told, 'the database was restored or failed over; whatever the log holds is in the table, or was settled');
    }
    await this.#store.agree(topics, cluster);
    return { settled: orphans.filter(({ key }) => key !== null), acknowledged };
  }

  /** Also of this store before it was adopted. */
  #isOurs(header: HeaderValue | undefined): boolean {
    return header?.toString().startsWith(`${this.options.name} `) === true;
  }

  async #readLog(cursor: Cursor, topics: readonly string[]) {
    const suspects: Suspect[] = [];
    const controls: OrphanedRecord[] = [];
    const acknowledged: Record<string, Record<string, string>> = {};
    for (const topic of topics) {
      const known = Object.entries(cursor.acknowledged[topic] ?? {});
      const ranges = await readRecords(this.options.client, {
        topic,
        from: new Map(known.map(([partition, offset]) => [Number(partition), BigInt(offset) + 1n])),
        onRecord: (message) => {
          const { key, value, headers } = message;
          if (!this.#isOurs(headers[relayHeader]) || value === null) return;
          if (key === null) controls.push(toOrphan(message));
          else suspects.push({ orphan: toOrphan(message), identity: identify(topic, String(key), String(value)) });
        },
      });
      const ends = ranges
        .filter(({ end }) => end > 0n)
        .map(({ partition, end }) => [String(partition), String(end - 1n)] as const);
      acknowledged[topic] = Object.fromEntries(ends);
    }
    return { suspects, controls, acknowledged };
  }

  /** With what control records say beside them: they may end what the table has not ended. */
  async #findOrphans(
    cursor: Cursor,
    suspects: readonly Suspect[],
    controls: readonly OrphanedRecord[],
  ): Promise<OrphanedRecord[]> {
    const missing = new Set(suspects.map(({ identity }) => identity));
    const { toRecord, topic } = this.options;
    await removeFound(missing, {
      reader: this.#reader,
      cursor,
      identifyRow: (row) => {
        const record = toRecord(row);
        return identify(record.topic ?? topic, record.key, record.value ?? '');
      },
    });
    if (missing.size === 0) return [];
    const lost = suspects.filter(({ identity }) => missing.has(identity)).map(({ orphan }) => orphan);
    return [...lost, ...controls];
  }

  #sayWhatIsLost(events: number, hasMoved: boolean): string {
    const { schema, topic } = this.options;
    const why = hasMoved ? 'the database was restored or failed over' : 'the database is older than what was published of it';
    const many = events === 1 ? '1 event' : `${events} events`;
    return `the log of ${topic} holds ${many} that ${schema} has not: ${why}. Run "motcua relay compare" to see what was lost, then "motcua relay settle ${schema}"`;
  }
}

function toOrphan({ topic, partition, offset, key, value }: IncomingMessage): OrphanedRecord {
  const text = String(value);
  return {
    ...summarize(text),
    topic,
    partition,
    offset,
    digest: value === null ? '' : toDigest(value),
    key: key === null ? null : String(key),
  };
}
