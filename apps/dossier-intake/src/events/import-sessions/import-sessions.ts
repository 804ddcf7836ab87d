import { findForeign } from '@motcua/access';
import type { SourceActor } from '@motcua/auth';
import { ImportSession, type OpenImportSession, type SessionEnd } from '@motcua/contracts';
import { inTransaction, toTransaction, type Transaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { z } from 'zod';
import { appendEventRows } from '../../dossiers/dossier.store.ts';
import {
  endSession,
  findSession,
  holdOpen,
  insertSession,
  listSilent,
  noteHeard,
  type SessionRow,
} from './import-session.store.ts';
import { endedSession, foreignSession, unknownSession, unknownUnit } from './problems.ts';
import { toSessionEndRow } from './session-end-event.ts';

export interface ImportSessionsParts {
  readonly pool: Pool;
  /** Whether the catalogue knows the unit, today or at some time: a history may be of one that is no more. */
  readonly knowsUnit: (code: string) => boolean;
  /** A session without events for so long is ended as abandoned. */
  readonly silenceMinutes: number;
  /** Told after each commit that gives the relay something to publish. */
  readonly onAppended: () => void;
}

const Id = z.uuid();
/** Who ended a session that nobody closed. */
const SILENCE = 'silence';

/** Histories that are being loaded: nothing is told of their dossiers before the session has ended. */
export class ImportSessions {
  constructor(private readonly parts: ImportSessionsParts) {}

  /** @throws ProblemError 403 where the source is another than that of who opens it, 422 where there never was such a unit */
  async open(request: OpenImportSession, reporter: SourceActor): Promise<ImportSession> {
    const foreign = findForeign(reporter, { source: request.source });
    if (foreign !== undefined) throw foreignSession(foreign);
    if (!this.parts.knowsUnit(request.unit)) throw unknownUnit();
    return this.#toView(await inTransaction(this.parts.pool, (transaction) => insertSession(transaction, request, reporter.sub)));
  }

  /** @param source whose it must be; undefined: anybody's. @throws ProblemError 404 */
  async get(id: string, source: string | undefined): Promise<ImportSession> {
    return this.#toView(await this.#getRow(id, source));
  }

  /** Closing twice, or what was abandoned, changes nothing: the answer says how it ended. @throws ProblemError 404 */
  async close(id: string, { source, sub }: SourceActor): Promise<ImportSession> {
    const { id: known } = await this.#getRow(id, source);
    await this.#end(known, 'closed', sub);
    return this.get(known, source);
  }

  /** Says that events of the session come. @throws ProblemError 404, or 409 where it has ended */
  async hear(id: string, source: string): Promise<void> {
    const { ended_at: endedAt } = await this.#getRow(id, source);
    if (endedAt !== null) throw endedSession();
    await noteHeard(toTransaction(this.parts.pool), id);
  }

  /** For a transaction that writes events of the session, first thing. @throws ProblemError 409 where it ended meanwhile */
  static async hold(transaction: Transaction, id: string): Promise<void> {
    if (!(await holdOpen(transaction, id))) throw endedSession();
  }

  /** Ends the sessions of which nothing came for so long. Any instance may, and several. @returns how many */
  async endSilent(): Promise<number> {
    const { pool, silenceMinutes } = this.parts;
    const silent = await listSilent(toTransaction(pool), silenceMinutes);
    for (const id of silent) await this.#end(id, 'abandoned', SILENCE);
    return silent.length;
  }

  async #end(id: string, endedBy: SessionEnd, actor: string): Promise<void> {
    const { pool, silenceMinutes, onAppended } = this.parts;
    const ended = await inTransaction(pool, async (transaction) => {
      const row = await endSession(transaction, id, endedBy, endedBy === 'abandoned' ? silenceMinutes : 0);
      if (row === undefined || row.ended_at === null) return false;
      const endedAt = row.ended_at.toISOString();
      await appendEventRows(transaction, [toSessionEndRow({ session: id, endedBy, endedAt }, actor)]);
      return true;
    });
    if (ended) onAppended();
  }

  /** A session of another source is nobody's business: it is not there. */
  async #getRow(id: string, source: string | undefined): Promise<SessionRow> {
    const row = Id.safeParse(id).success ? await findSession(toTransaction(this.parts.pool), id) : undefined;
    if (row === undefined || (source !== undefined && row.source !== source)) throw unknownSession();
    return row;
  }

  #toView(row: SessionRow): ImportSession {
    return {
      id: row.id,
      source: row.source,
      unit: row.unit,
      openedBy: row.opened_by,
      openedAt: row.opened_at.toISOString(),
      lastHeardAt: row.last_heard_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      endedBy: row.ended_by,
      silenceMinutes: this.parts.silenceMinutes,
    };
  }
}
