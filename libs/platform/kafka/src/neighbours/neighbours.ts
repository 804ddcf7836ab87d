import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { AdminPort } from '../client/kafka-client.port.ts';
import type { TransportLog } from '../client/transport-log.ts';
import { PresenceSession } from './presence-session.ts';
import { Sightings } from './sightings.ts';

export interface NeighboursOptions {
  /** The database that all instances of the service have in common. */
  readonly url: string;
  /** The service's, for `pg_stat_activity`. */
  readonly name: string;
  readonly admin: Pick<AdminPort, 'listMembers' | 'dismiss'>;
  readonly log: TransportLog;
  /** How long between two looks at the others, 250 ms unless told. */
  readonly lookEveryMs?: number;
}

/** What a projection asks of it. */
export type GroupNeighbours = Pick<Neighbours, 'instance' | 'beforeJoin' | 'noteJoin'>;

interface Neighbour {
  readonly groupId: string;
  readonly memberId: string;
  readonly instance: string;
}

const defaultLookEveryMs = 250;
/** Two looks are apart by a little less than the time between them, which a timer may undercut. */
const apartShare = 0.8;
const readyWithinMs = 2_000;
const stopGraceMs = 300;
const firstBackoffMs = 50;
const longestBackoffMs = 1_000;

/**
 * Takes members that have died out of the groups of this instance, long before Kafka would: its session time-out cannot tell a dead process from one that is
 * stopped for a while, a lock that goes with the process can (ADR 56).
 */
export class Neighbours {
  /** Part of the client id of its members; random, so that a process that is started anew is another. */
  readonly instance = randomUUID();
  readonly #stopping = new AbortController();
  /** Of each group, as they were when it was joined. */
  readonly #neighbours = new Map<string, readonly Neighbour[]>();
  /** Groups that were joined since. */
  readonly #changed = new Set<string>();
  readonly #dismissed = new Map<string, number>();
  #session: PresenceSession | undefined;
  readonly #lookEveryMs: number;
  #sightings: Sightings;
  #looks = 0;
  #woken = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: NeighboursOptions) {
    this.#lookEveryMs = options.lookEveryMs ?? defaultLookEveryMs;
    this.#sightings = this.#seeAnew();
  }

  /** Times that the others were looked at since the start, and how many of them were there the last time. */
  get seen(): { readonly looks: number; readonly present: number } {
    return { looks: this.#looks, present: this.#sightings.present };
  }

  /** Group → members that this instance took out of it, since the start. */
  get dismissed(): ReadonlyMap<string, number> {
    return this.#dismissed;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    // What hangs on a dead broker is left to its fate: those who left the groups first may have taken all the time there is.
    await Promise.race([this.#running, delay(stopGraceMs, undefined, { ref: false })]);
  }

  /**
   * Whoever joins brings a rebalance, which waits for every member, a dead one too. So who does not hold its lock now is taken out first, without having been seen to
   * hold it: if it lives after all, it joins again in the rebalance that comes anyway.
   *
   * @throws ClusterAway
   */
  async beforeJoin(groupId: string): Promise<void> {
    this.#dismissed.set(groupId, this.#dismissed.get(groupId) ?? 0);
    const session = await this.#findSession();
    if (session === undefined) return;
    const neighbours = await this.#list(groupId);
    try {
      const missing = await this.#listAbsent(session, neighbours);
      if (missing.length === 0) return;
      await delay(this.#lookEveryMs);
      for (const neighbour of await this.#listAbsent(session, missing)) await this.#dismiss(neighbour);
    } catch (error) {
      this.options.log.debug({ groupId, reason: String(error) }, 'the members of the group could not be looked at');
    }
  }

  /** The group has been joined, by this instance and maybe by others. */
  noteJoin(groupId: string): void {
    this.#changed.add(groupId);
    this.#woken.abort();
  }

  async #run(): Promise<void> {
    let backoffMs = firstBackoffMs;
    while (!this.#isStopping()) {
      try {
        this.#session = await PresenceSession.open({ ...this.options, instance: this.instance });
        this.#sightings = this.#seeAnew();
        backoffMs = firstBackoffMs;
        await this.#watch(this.#session);
      } catch (error) {
        if (this.#isStopping()) break;
        this.options.log.debug(
          { reason: String(error) },
          'the connection that shows this instance to be alive is lost, and made anew',
        );
      }
      await this.#endSession();
      await this.#rest(backoffMs);
      backoffMs = Math.min(longestBackoffMs, backoffMs * 2);
    }
    await this.#endSession();
  }

  async #endSession(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.close();
  }

  /** Alone it asks nothing, and waits to be woken. */
  async #watch(session: PresenceSession): Promise<void> {
    while (!this.#isStopping()) {
      session.lost.throwIfAborted();
      this.#woken = new AbortController();
      await this.#listChanged();
      const neighbours = [...this.#neighbours.values()].flat();
      this.#sightings.retain(new Set(neighbours.map(({ memberId }) => memberId)));
      if (neighbours.length > 0) await this.#look(session, neighbours);
      const isIdle = neighbours.length === 0 && this.#changed.size === 0;
      await this.#rest(isIdle ? undefined : this.#lookEveryMs, session.lost, this.#woken.signal);
    }
  }

  #seeAnew(): Sightings {
    return new Sightings(apartShare * this.#lookEveryMs);
  }

  async #look(session: PresenceSession, neighbours: readonly Neighbour[]): Promise<void> {
    const absent = await session.listAbsent(toInstances(neighbours));
    const nowMs = performance.now();
    for (const neighbour of neighbours) {
      const sighting = this.#sightings.note(neighbour.memberId, absent.has(neighbour.instance), nowMs);
      if (sighting === 'dead') await this.#dismiss(neighbour);
    }
    this.#looks += 1;
  }

  async #listAbsent(session: PresenceSession, neighbours: readonly Neighbour[]): Promise<readonly Neighbour[]> {
    if (neighbours.length === 0) return [];
    const absent = await session.listAbsent(toInstances(neighbours));
    return neighbours.filter(({ instance }) => absent.has(instance));
  }

  /** Several may do so, and all but one are told that there is no such member any more. One that lives is another member when it is back. */
  async #dismiss({ groupId, memberId }: Neighbour): Promise<void> {
    const { admin, log } = this.options;
    try {
      const isDismissed = await admin.dismiss(groupId, memberId);
      this.#neighbours.set(
        groupId,
        (this.#neighbours.get(groupId) ?? []).filter((it) => it.memberId !== memberId),
      );
      if (!isDismissed) return;
      this.#dismissed.set(groupId, (this.#dismissed.get(groupId) ?? 0) + 1);
      log.warn({ groupId, memberId }, 'a member that had died was taken out of its group');
    } catch (error) {
      log.debug({ groupId, memberId, reason: String(error) }, 'a member that had died could not be taken out of its group yet');
    }
  }

  async #listChanged(): Promise<void> {
    for (const groupId of [...this.#changed]) {
      try {
        this.#changed.delete(groupId);
        this.#neighbours.set(groupId, await this.#list(groupId));
      } catch (error) {
        this.#changed.add(groupId);
        this.options.log.debug({ groupId, reason: String(error) }, 'the members of the group could not be listed');
      }
    }
  }

  /** The members of the group that are of other instances; those that do not say whose they are, of older releases, are left alone. */
  async #list(groupId: string): Promise<readonly Neighbour[]> {
    const members = await this.options.admin.listMembers(groupId);
    return members.flatMap(({ memberId, instance }) =>
      instance === undefined || instance === this.instance ? [] : [{ groupId, memberId, instance }],
    );
  }

  /** At the start the connection is not there yet, and nobody may wait for it long. */
  async #findSession(): Promise<PresenceSession | undefined> {
    const until = performance.now() + readyWithinMs;
    while (this.#session === undefined && performance.now() < until && !this.#isStopping()) await this.#rest(20);
    return this.#session;
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** @param ms undefined: until one of the signals ends it */
  async #rest(ms: number | undefined, ...signals: readonly AbortSignal[]): Promise<void> {
    const signal = AbortSignal.any([this.#stopping.signal, ...signals]);
    await delay(ms ?? 2 ** 31 - 1, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

const toInstances = (neighbours: readonly Neighbour[]): string[] => [...new Set(neighbours.map(({ instance }) => instance))];
