import type { ArmedClock, SlaClock } from '@motcua/sla';
import type { Transaction } from '@motcua/kafka';
import { readClock } from '@motcua/postgres';
import { Injectable } from '@nestjs/common';
import { live, readClocks, reholdClocks, writeClocks, type ClockHold, type ClockWrite } from '../clocks/clock.store.ts';
import { insertHistory } from '../clocks/history.store.ts';
import { LadderBook } from '../clocks/ladder-book.ts';
import { insertEvents, type EventRow } from '../events/sla-events.ts';
import { readEndedSessions } from '../imports/ended-sessions.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { judge } from '../verdicts/judge.ts';
import { toNextVerdict } from '../verdicts/next-verdict.ts';
import { toJudgedEvent } from '../verdicts/to-judged-event.ts';
import { readVerdicts, writeVerdicts, type StoredVerdict } from '../verdicts/verdict.store.ts';
import { countRedated } from './calendar-summary.ts';
import type { FollowedEvent } from './dossier-event.ts';
import { readDossiers, writeDossiers } from './dossier.store.ts';
import type { DossierRow } from './dossier-row.ts';
import { RuleFinder } from './find-rules.ts';
import { foldDossier, type ClockHappening, type FoldedDossier, type Rules } from './fold-dossier.ts';
import { toRecoveredEvent } from './to-recovered-event.ts';

/** What a batch makes of a dossier. */
interface Course {
  row: DossierRow | undefined;
  clocks: ReadonlyMap<SlaClock, ArmedClock>;
  rules: Rules | undefined;
  /** Clocks written at the end; of one that changed twice, the last. */
  readonly changed: Map<SlaClock, ArmedClock>;
  readonly happenings: ClockHappening[];
  wasBreached: boolean;
  /** The session of its newest event before this batch; undefined: it was not known. */
  readonly sessionBefore: string | null | undefined;
}

/**
 * Follows the dossier log: a batch of events becomes clocks, what is said of them, and verdicts, in one transaction. Its share of the
 * lock of `lockToFire` keeps everybody else away from these dossiers; other consumers have other partitions.
 */
@Injectable()
export class DossierFollower {
  readonly #rules: RuleFinder;

  constructor(
    private readonly data: ReferenceData,
    private readonly ladders: LadderBook,
  ) {
    this.#rules = new RuleFinder(data);
  }

  async follow(transaction: Transaction, partition: number, batch: readonly FollowedEvent[]): Promise<void> {
    const ids = [...new Set(batch.map(({ snapshot }) => snapshot.dossierId))];
    const now = await readClock(transaction, 'sla');
    const courses = await this.#readCourses(transaction, ids);
    const events: EventRow[] = [];
    const applied: FollowedEvent[] = [];
    for (const event of batch) {
      if (this.#apply(courses, event, events)) applied.push(event);
    }
    const holdOf = await readHolds(transaction, partition, applied);
    const verdicts = this.#judge(courses, { stored: await readVerdicts(transaction, ids), now, holdOf });
    await this.#write(transaction, partition, courses, holdOf);
    await writeVerdicts(
      transaction,
      verdicts.map(({ verdict }) => verdict),
    );
    events.push(...verdicts.map(({ row, verdict }) => toJudgedEvent(row, verdict)));
    events.push(...(await countRedated(transaction, applied, now)));
    await insertEvents(transaction, events);
  }

  async #readCourses(transaction: Transaction, ids: readonly string[]): Promise<Map<string, Course>> {
    const rows = await readDossiers(transaction, ids);
    const clocks = await readClocks(transaction, this.ladders, ids);
    return new Map(
      ids.map((id) => {
        const own = clocks.get(id) ?? new Map<SlaClock, ArmedClock>();
        const wasBreached = (own.get('dossier')?.breachedAt ?? null) !== null;
        const row = rows.get(id);
        const sessionBefore = row?.importSession;
        return [id, { row, clocks: own, rules: undefined, changed: new Map(), happenings: [], wasBreached, sessionBefore }];
      }),
    );
  }

  /** Answers whether the event was news. */
  #apply(courses: ReadonlyMap<string, Course>, event: FollowedEvent, events: EventRow[]): boolean {
    const { dossierId, dossierVersion } = event.snapshot;
    const course = courses.get(dossierId);
    if (course === undefined || (course.row?.version ?? 0) >= dossierVersion) return false;
    const rules = this.#rules.find(event.snapshot);
    const folded = foldDossier(course, event, rules);
    take(course, folded, rules);
    events.push(...folded.recoveries.map((recovered) => toRecoveredEvent(folded.row, recovered)));
    return true;
  }

  #judge(
    courses: ReadonlyMap<string, Course>,
    { stored, now, holdOf }: { stored: ReadonlyMap<string, StoredVerdict>; now: number; holdOf: HoldOf },
  ) {
    return [...courses.values()].flatMap(({ row, rules, wasBreached }) => {
      if (row === undefined || rules === undefined) return [];
      // It is judged when its import session has ended: until then it may still be told otherwise.
      if (holdOf(row).kind === 'held') return [];
      const before = stored.get(row.dossierId);
      // An open dossier gets its first verdict when its breach fires, and not while a backlog is still being read.
      if (row.endedAt === null && before === undefined) return [];
      const wasShown = wasBreached || (before?.cause ?? null) !== null;
      const verdict = toNextVerdict(row, before, judge(this.data, { row, now, wasShown }), now);
      return verdict === undefined ? [] : [{ row, verdict }];
    });
  }

  async #write(transaction: Transaction, partition: number, courses: ReadonlyMap<string, Course>, holdOf: HoldOf): Promise<void> {
    const changed = [...courses.values()].filter((course) => course.rules !== undefined);
    await writeDossiers(
      transaction,
      changed.flatMap(({ row }) => (row === undefined ? [] : [row])),
    );
    const writes = await Promise.all(changed.map((course) => this.#toWrites(partition, course, holdOf)));
    await writeClocks(transaction, writes.flat());
    await reholdClocks(transaction, changed.flatMap(toRehold(holdOf)));
    await insertHistory(
      transaction,
      changed.flatMap(({ row, happenings }) =>
        row === undefined ? [] : happenings.map((it) => ({ dossierId: row.dossierId, ...it })),
      ),
    );
  }

  async #toWrites(partition: number, { row, rules, changed }: Course, holdOf: HoldOf): Promise<ClockWrite[]> {
    const writes: ClockWrite[] = [];
    for (const clock of changed.values()) {
      const rule = rules?.clocks.find((it) => it.clock === clock.clock) ?? { clock: clock.clock, rungs: [] };
      const id = await this.ladders.keep(rule);
      if (row === undefined) continue;
      const { dossierId, responsibleUnit } = row;
      const ladder = { id, ...(await this.ladders.get(id)) };
      writes.push({ dossierId, clock, ladder, responsibleUnit, partition, hold: holdOf(row) });
    }
    return writes;
  }
}

type HoldOf = (row: DossierRow) => ClockHold;

/** How the clocks of each dossier are held after these events: by the session of its newest one. */
async function readHolds(transaction: Transaction, partition: number, events: readonly FollowedEvent[]): Promise<HoldOf> {
  const sessions = new Set(events.flatMap(({ importSession }) => (importSession === null ? [] : [importSession])));
  const ended = await readEndedSessions(transaction, partition, [...sessions]);
  return ({ importSession }) => {
    if (importSession === null) return live;
    return ended.has(importSession) ? { kind: 'over' } : { kind: 'held', session: importSession };
  };
}

/** Of a dossier that came otherwise before, clocks that did not change must wait otherwise too. */
const toRehold =
  (holdOf: HoldOf) =>
  ({ row, sessionBefore }: Course) =>
    row === undefined || sessionBefore === undefined || sessionBefore === row.importSession
      ? []
      : [{ dossierId: row.dossierId, hold: holdOf(row) }];

function take(course: Course, folded: FoldedDossier, rules: Rules): void {
  course.row = folded.row;
  course.clocks = folded.clocks;
  course.rules = rules;
  course.happenings.push(...folded.happenings);
  for (const clock of folded.changed) course.changed.set(clock.clock, clock);
}
