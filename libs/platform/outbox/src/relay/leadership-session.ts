import { LogComparison, toRelayHeaders } from './log-comparison.ts';
import { isStillThere, type AcknowledgedOffsets } from '../store/acknowledged-offsets.ts';
import { CursorStore, logStart, type Checkpoint, type Cursor, type LogPosition } from '../store/cursor.store.ts';
import { getStoreIdentity, whyStoreDoesNotFit, type StoreIdentity } from '../store/store-identity.ts';
import { EventReader } from './event-reader.ts';
import { HorizonWatch } from './horizon-watch.ts';
import { defaultLogEndEveryMs, LogEndWatch } from './log-end-watch.ts';
import { LogWriter } from './log-writer.ts';
import { defaultIdlePollMs, nextPollDelayMs } from './poll-delay.ts';
import type { RelayOptions, RelayRow } from './relay-options.ts';
import { RelayProgress } from './relay-progress.ts';
import type { RelaySession } from './relay-session.ts';
import type { RelayNews } from './relay-status.ts';
import { rest } from './rest.ts';
import { toSends, type Send } from './to-sends.ts';
import { unlessLost } from './unless-lost.ts';

/** The store does not fit the cursor: going on could lose events, so nobody goes on until an operator has decided. */
export class RelayHalted extends Error {
  override readonly name = 'RelayHalted';
}

const defaultBatchSize = 2_000;
const defaultLongTransactionMs = 5_000;
const checkpointEveryMs = 5_000;
const horizonEveryMs = 250;

/** Rows, and up to which moment everything committed has been published once they are. */
interface Read {
  readonly rows: readonly RelayRow[];
  readonly proves: string | undefined;
}

const nothing: Read = { rows: [], proves: undefined };

/**
 * One relay's time in office, from the lock to the loss of it. Turns are strictly one after another (only the next read overlaps the
 * send), so whatever is sent is a run of rows from the saved cursor on: a successor repeats it, in order, and leaves no gap.
 */
export class LeadershipSession {
  readonly #cursors: CursorStore;
  readonly #reader: EventReader;
  readonly #horizon = new HorizonWatch();
  readonly #batchSize: number;
  readonly #log: LogWriter;
  readonly #logEnd: LogEndWatch;
  #cursor!: Cursor;
  #progress: RelayProgress | undefined;
  /** On every record: whose it is. */
  #headers: Readonly<Record<string, string>> = {};
  #checkpointAt = 0;
  #horizonAt = 0;

  constructor(
    private readonly session: RelaySession,
    private readonly options: RelayOptions,
    private readonly stopping: AbortSignal,
    private readonly report: (news: RelayNews) => void,
  ) {
    this.#cursors = new CursorStore(session.transaction, options.schema, options.name);
    this.#batchSize = options.batchSize ?? defaultBatchSize;
    this.#reader = new EventReader(session.transaction, { ...options, batchSize: this.#batchSize });
    const { logEndEveryMs = defaultLogEndEveryMs, producer, client, logger } = options;
    this.#log = new LogWriter({
      ...{ producer, client, logger, stopping, lost: session.lost, report },
      onRefused: () => {
        this.#logEnd.expectLoss();
      },
    });
    this.#logEnd = new LogEndWatch(logEndEveryMs, (acknowledged) => this.#log.readEnds(acknowledged), Date.now());
  }

  /** Publishes until told to stop (returns) or until something breaks (throws). @param awake resolves early from a rest */
  async run(awake: () => AbortSignal): Promise<void> {
    await this.#begin();
    // Taken before each read: who commits while it runs wakes the rest behind it.
    let woken = awake();
    let read = await this.#read(this.#cursor);
    let delayMs = 0;
    while (!this.#isOver()) {
      if (await this.#hasLostItsEnd()) {
        await this.#rewind();
        read = nothing;
      }
      if (read.rows.length > 0) {
        delayMs = 0;
        woken = awake();
        read = await this.#turn(read);
        continue;
      }
      if (await this.#sayHowFar(read)) delayMs = await this.#restUntilPoll(delayMs, woken);
      woken = awake();
      read = await this.#poll();
    }
    this.session.lost.throwIfAborted();
  }

  #isOver(): boolean {
    return this.stopping.aborted || this.session.lost.aborted;
  }

  async #begin(): Promise<void> {
    const { schema, table, adoptCommand = `motcua relay adopt ${schema}` } = this.options;
    const facts = await getStoreIdentity(this.session.transaction, schema, table);
    this.#cursor = await this.#cursors.takeOver(facts.storeId);
    const incompatible = whyStoreDoesNotFit(this.#cursor, facts);
    if (incompatible !== undefined) {
      throw new RelayHalted(`${incompatible}: it was restored or failed over. Run "${adoptCommand}", then "motcua rebuild all"`);
    }
    this.#headers = toRelayHeaders(this.options.name, facts);
    if (!isStillThere(this.#cursor.acknowledged, await this.#log.readEnds(this.#cursor.acknowledged))) await this.#rewind();
    await this.#compareWithLog(facts);
    this.#progress = await this.#createProgress();
    this.report({ state: 'active', epoch: this.#cursor.epoch, cursor: this.#cursor, failure: undefined });
  }

  /** Nothing is published, and no consumer reads, before it is known that the log holds nothing which this database has lost. */
  async #compareWithLog(facts: StoreIdentity): Promise<void> {
    const { isCompacted = false } = this.options;
    const comparison = new LogComparison(this.session.transaction, this.options);
    const compared = await unlessLost(this.session.lost, comparison.compare(this.#cursor, facts));
    if (typeof compared === 'string') throw new RelayHalted(compared);
    const { settled, acknowledged } = compared;
    const isDeleted = isCompacted && settled.length > 0;
    for (const { topic, key } of isDeleted ? settled : []) await this.options.producer.send(topic, [{ key, value: null }]);
    await this.#save({
      ...(isDeleted ? logStart : this.#cursor),
      acknowledged: { ...this.#cursor.acknowledged, ...acknowledged },
    });
  }

  async #createProgress(): Promise<RelayProgress | undefined> {
    const { progress, client, topic } = this.options;
    if (progress === undefined) return undefined;
    const partitions = (await client.admin.listOffsets(topic)).map(({ partition }) => partition);
    return new RelayProgress(progress, { epoch: this.#cursor.epoch, partitions });
  }

  async #read(after: LogPosition): Promise<Read> {
    const provable = this.#progress?.provable;
    const rows = await this.#reader.readAfter(after);
    return { rows, proves: rows.length < this.#batchSize ? provable : undefined };
  }

  /** Sends the rows and reads the next ones meanwhile; the cursor moves when all are acknowledged. */
  async #turn({ rows, proves }: Read): Promise<Read> {
    const last = rows.at(-1) ?? this.#cursor;
    if (this.#progress !== undefined) await this.#watchHorizon();
    const ahead = this.#read(last);
    ahead.catch(() => undefined); // awaited below; until then it must not count as unhandled
    const isMark = this.options.progress?.isMark ?? (() => false);
    const events = rows.filter((row) => !isMark(row));
    const sent = await this.#log.sendAll(
      toSends(events, this.options.topic, this.options.toRecord, this.#headers),
      this.#cursor.acknowledged,
    );
    this.#progress?.notePublished(rows, proves);
    // Behind the rows and before the cursor moves: a successor that repeats a mark's row repeats what was said of it.
    const acknowledged = typeof sent === 'object' ? await this.#log.sendAll(this.#takeProgress(sent), sent) : sent;
    const next = await ahead;
    if (acknowledged === 'over') return nothing;
    if (acknowledged === 'lost') {
      await this.#rewind();
      return nothing;
    }
    await this.#moveTo({ xid: last.xid, position: last.position, acknowledged: acknowledged });
    this.report({ cursor: { xid: last.xid, position: last.position } });
    return next;
  }

  #takeProgress(acknowledged: AcknowledgedOffsets): Send[] {
    const { topic } = this.options;
    const records = this.#progress?.takeDue(Date.now(), acknowledged[topic] ?? {}) ?? [];
    if (records.length === 0) return [];
    return [{ topic, records: records.map((record) => ({ ...record, headers: { ...this.#headers, ...record.headers } })) }];
  }

  /** Nothing was found: says how far the log goes, if it is time. @returns whether to rest then */
  async #sayHowFar({ proves }: Read): Promise<boolean> {
    this.#progress?.notePublished([], proves);
    const known = this.#cursor.acknowledged;
    const acknowledged = await this.#log.sendAll(this.#takeProgress(known), known);
    if (acknowledged === 'lost') {
      await this.#rewind();
      return false;
    }
    // Saved, though no row was published: else the next term would read all that was said in a long rest.
    if (acknowledged !== 'over' && acknowledged !== known) await this.#save({ ...this.#cursor, acknowledged });
    return true;
  }

  /** @returns how long it was to be */
  async #restUntilPoll(previousMs: number, woken: AbortSignal): Promise<number> {
    const rowsAreWaiting = await this.#reader.isAnythingAfter(this.#cursor);
    const delayMs = nextPollDelayMs(previousMs, rowsAreWaiting, this.#findIdlePoll());
    await rest(delayMs, this.stopping, this.session.lost, woken, this.#logEnd.seen);
    return delayMs;
  }

  /** Where a progress record is owed, or promised sooner than the next look, it is looked for. */
  #findIdlePoll(): number {
    const { idlePollMs = defaultIdlePollMs, logEndEveryMs = defaultLogEndEveryMs } = this.options;
    const leastOften = Math.min(idlePollMs, logEndEveryMs);
    if (this.#progress === undefined) return leastOften;
    return Math.min(leastOften, Math.max(horizonEveryMs, this.#progress.isOwed ? 0 : this.#progress.idleEveryMs));
  }

  async #poll(): Promise<Read> {
    if (this.#isOver()) return nothing;
    await this.#watchHorizon();
    return this.#read(this.#cursor);
  }

  /** Reports a transaction that keeps younger events from being published: nothing is lost, but everything waits. */
  async #watchHorizon(): Promise<void> {
    const nowMs = Date.now();
    if (nowMs - this.#horizonAt < horizonEveryMs) return;
    this.#horizonAt = nowMs;
    const horizon = await this.#reader.readHorizon();
    const { xmin, xmax } = horizon;
    this.#progress?.observe(horizon);
    const ageMs = this.#horizon.observe(xmin, xmax, nowMs);
    const isLong = ageMs >= (this.options.longTransactionMs ?? defaultLongTransactionMs);
    const warning = `a write transaction (xid ${xmin}) has been open for ${Math.round(ageMs / 1_000)} s; younger events wait for it`;
    this.report({ oldestWriteTransactionMs: ageMs, warning: isLong ? warning : undefined });
  }

  async #save(checkpoint: Checkpoint): Promise<void> {
    this.#cursor = { ...this.#cursor, ...checkpoint };
    if (!(await this.#cursors.save(this.#cursor))) throw new Error('another relay has taken over');
  }

  async #moveTo(checkpoint: Checkpoint): Promise<void> {
    await this.#save(checkpoint);
    if (Date.now() - this.#checkpointAt < checkpointEveryMs) return;
    this.#checkpointAt = Date.now();
    await this.#cursors.note(checkpoint);
  }

  /** Looks by itself, at rest too. What was seen beside the turns is looked at once more: it may be older than where the cursor stands now. */
  async #hasLostItsEnd(): Promise<boolean> {
    this.#logEnd.look(this.#cursor.acknowledged, Date.now());
    if (!this.#logEnd.seen.aborted) return false;
    this.#logEnd.take();
    const { acknowledged } = this.#cursor;
    return !isStillThere(acknowledged, await unlessLost(this.session.lost, this.#log.readEnds(acknowledged)));
  }

  /** Back to the newest place whose records the log still has; without one, to the beginning. Consumers ignore what they have. */
  async #rewind(): Promise<void> {
    this.#progress?.forget();
    const checkpoints = await this.#cursors.listCheckpoints();
    const ends = await this.#log.readEnds(this.#cursor.acknowledged);
    const found = checkpoints.find(({ acknowledged }) => isStillThere(acknowledged, ends));
    const target = found ?? { ...logStart, acknowledged: {} };
    this.options.logger.error({ from: this.#cursor, to: target }, 'the log has lost its end: events are published again');
    await this.#moveTo(target);
    await this.#cursors.forgetCheckpointsAfter(target);
  }
}
