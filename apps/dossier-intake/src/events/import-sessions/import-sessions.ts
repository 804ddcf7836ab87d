import { findForeign } from '@motcua/access';
import type { SourceActor } from '@motcua/auth';
import { ImportSession, type OpenImportSession, type SessionEnd } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import { inEntityTransaction } from '@motcua/postgres/entities';
import { z } from 'zod';
import { appendEventRows } from '../../dossiers/dossier.store.ts';
import type { ImportSessionEntity } from './import-session.entity.ts';
import {
  endSession,
  holdOpen,
  insertSession,
  listSilent,
  noteHeard,
  type ImportSessionRepository,
} from './import-session.store.ts';
import { endedSession, foreignSession, unknownSession, unknownUnit } from './problems.ts';
import { toSessionEndRow } from './session-end-event.ts';

export interface ImportSessionsParts {
  readonly sessions: ImportSessionRepository;
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
    return this.#toView(await insertSession(this.parts.sessions, request, reporter.sub));
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
    const { endedAt } = await this.#getRow(id, source);
    if (endedAt !== null) throw endedSession();
    await noteHeard(this.parts.sessions, id);
  }

  /** For a transaction that writes events of the session, first thing. @throws ProblemError 409 where it ended meanwhile */
  static async hold(transaction: Transaction, id: string): Promise<void> {
    if (!(await holdOpen(transaction, id))) throw endedSession();
  }

  /** Ends the sessions of which nothing came for so long. Any instance may, and several. @returns how many */
  async endSilent(): Promise<number> {
    const { sessions, silenceMinutes } = this.parts;
    const silent = await listSilent(sessions, silenceMinutes);
    for (const id of silent) await this.#end(id, 'abandoned', SILENCE);
    return silent.length;
  }

  async #end(id: string, endedBy: SessionEnd, actor: string): Promise<void> {
    const { sessions, silenceMinutes, onAppended } = this.parts;
    const silentForMinutes = endedBy === 'abandoned' ? silenceMinutes : 0;
    const ended = await inEntityTransaction(sessions.manager, async (entities, transaction) => {
      const at = await endSession(entities, transaction, { id, endedBy, silentForMinutes });
      if (at === undefined) return false;
      await appendEventRows(transaction, [toSessionEndRow({ session: id, endedBy, endedAt: at.toISOString() }, actor)]);
      return true;
    });
    if (ended) onAppended();
  }

  /** A session of another source is nobody's business: it is not there. */
  async #getRow(id: string, source: string | undefined): Promise<ImportSessionEntity> {
    const row = Id.safeParse(id).success ? await this.parts.sessions.findOneBy({ id }) : null;
    if (row === null || (source !== undefined && row.source !== source)) throw unknownSession();
    return row;
  }

  #toView({ id, source, unit, openedBy, openedAt, lastHeardAt, endedAt, endedBy }: ImportSessionEntity): ImportSession {
    return {
      id,
      source,
      unit,
      openedBy,
      openedAt: openedAt.toISOString(),
      lastHeardAt: lastHeardAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      endedBy,
      silenceMinutes: this.parts.silenceMinutes,
    };
  }
}
