import { findForeign } from '@motcua/access';
import type { KnownDossier } from '@motcua/dossier';
import type { Transaction } from '@motcua/postgres';
import { lockDossiers } from '../dossiers/dossier-lock.ts';
import { toDossierRow, type DossierRow } from '../dossiers/dossier-row.ts';
import { appendEventRows, findDossiers, putDossierRows, type EventPlace } from '../dossiers/dossier.store.ts';
import type { EventRow } from '../dossiers/event-row.ts';
import type { NewReason, ReasonStore } from '../applicants/reason.store.ts';
import { ImportSessions } from './import-sessions/import-sessions.ts';
import type { Chunk } from './chunks.ts';
import { toRejection, type Rejection } from './rejection.ts';
import { takeLine, type TakeLineParts } from './take-line.ts';

export interface ChunkOutcome {
  readonly accepted: number;
  readonly alreadyThere: number;
  /** Ids of the dossiers that changed. */
  readonly touched: readonly string[];
  readonly rejections: readonly Rejection[];
  readonly place: EventPlace | null;
}

export interface ChunkParts extends TakeLineParts {
  readonly reasons: ReasonStore;
}

const findKnown = {
  name: 'event.find-known',
  text: `SELECT e.source, e.event_id FROM unnest($1::text[], $2::text[]) AS k (source, event_id)
    JOIN event e ON e.source = k.source AND e.event_id = k.event_id`,
};

/** A chunk in one transaction: lock its dossiers, look up what is known, decide in memory, write in bulk. */
export async function takeChunk(transaction: Transaction, chunk: Chunk, parts: ChunkParts): Promise<ChunkOutcome> {
  const ids = chunk.map(({ dossierId }) => dossierId);
  if (parts.session !== null) await ImportSessions.hold(transaction, parts.session);
  await lockDossiers(transaction, ids);
  // Both on one connection, one after the other in any case: sent together, one round trip is saved.
  const [known, dossiers] = await Promise.all([findKnownEvents(transaction, chunk), findDossiers(transaction, ids)]);
  const work = new ChunkWork(known, dossiers, parts);
  for (const { dossierId, lines } of chunk) work.take(dossierId, lines);
  const place = work.events.length === 0 ? null : await appendEventRows(transaction, work.events);
  if (work.states.length > 0) await putDossierRows(transaction, work.states);
  await parts.reasons.insertMany(transaction, work.reasons);
  return {
    accepted: work.events.length,
    alreadyThere: work.alreadyThere,
    touched: work.states.map(({ dossier_id }) => dossier_id),
    rejections: work.rejections,
    place,
  };
}

const toKey = (source: string, id: string): string => `${source}\n${id}`;

async function findKnownEvents(transaction: Transaction, chunk: Chunk): Promise<Set<string>> {
  const events = chunk.flatMap(({ lines }) => lines.map(({ event }) => event));
  const columns = [events.map(({ source }) => source), events.map(({ id }) => id)];
  const rows = await transaction.query<{ source: string; event_id: string }>(findKnown, columns);
  return new Set(rows.map(({ source, event_id }) => toKey(source, event_id)));
}

/** What a chunk gathers before it writes. */
class ChunkWork {
  readonly events: EventRow[] = [];
  readonly states: DossierRow[] = [];
  readonly reasons: NewReason[] = [];
  readonly rejections: Rejection[] = [];
  alreadyThere = 0;

  constructor(
    private readonly known: Set<string>,
    private readonly dossiers: ReadonlyMap<string, KnownDossier>,
    private readonly parts: ChunkParts,
  ) {}

  /** The lines of one dossier in the order they were listed. */
  take(dossierId: string, lines: Chunk[number]['lines']): void {
    let dossier = this.dossiers.get(dossierId);
    let occurredAt: number | undefined;
    for (const line of lines) {
      // First of all: of another system's events not even that they are known.
      const foreign = findForeign(this.parts.reporter, { source: line.event.source });
      if (foreign !== undefined) {
        this.rejections.push(toRejection(line.line, line.event.id, foreign));
        continue;
      }
      const key = toKey(line.event.source, line.event.id);
      if (this.known.has(key)) {
        this.alreadyThere += 1;
        continue;
      }
      const taken = takeLine(this.parts, dossier, line);
      if ('rejection' in taken) {
        this.rejections.push(taken.rejection);
        continue;
      }
      this.known.add(key);
      this.events.push(taken.row);
      const { reasonText: text } = taken;
      if (text !== undefined) this.reasons.push({ dossierId, version: taken.dossier.version, text });
      ({ dossier, occurredAt } = taken);
    }
    if (dossier !== undefined && occurredAt !== undefined)
      this.states.push(toDossierRow(dossier, { occurredAt, recordedAt: this.parts.now }));
  }
}
