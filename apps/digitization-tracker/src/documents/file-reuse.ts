import type { Actor } from '@motcua/auth';
import type { ReuseFile } from '@motcua/contracts';
import type { ReuseGround } from '@motcua/digitization';
import type { Relay } from '@motcua/outbox';
import { inTransaction, type Transaction } from '@motcua/postgres';
import { POOL, RELAY } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { findSharedRef, ApplicantRefs, type Known } from './applicants/applicant-refs.ts';
import { lockContent } from '../outbox/order-locks.ts';
import { fileUnknown } from '../http/problems.ts';
import { isHandler, mayOpenContent } from '../http/unit-access.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { answerAsked, type Asked } from './answer-asked.ts';
import { DocumentService, type Handled, type Instruction } from './document.service.ts';
import type { DocumentRow, Subject } from './document-row.ts';
import { readDocuments } from './document.store.ts';
import { findFile, type FileRow } from './file.store.ts';
import { findComponentCode } from './find-part-code.ts';

@Injectable()
export class ReuseParts {
  constructor(
    @Inject(POOL) readonly pool: Pool,
    @Inject(RELAY) readonly relay: Relay,
    readonly service: DocumentService,
    readonly data: ReferenceData,
    readonly applicants: ApplicantRefs,
  ) {}
}

/** What is known of the file that is asked for before anything is locked. */
interface Source {
  readonly file: FileRow;
  readonly subject: Subject;
  /** Whose its dossier is. */
  readonly applicant: Known;
}

/** Takes a file of another dossier of the same citizen, by the right to open it or by the citizen's word; both histories tell of it. */
@Injectable()
export class FileReuse {
  constructor(private readonly parts: ReuseParts) {}

  /** Whose both dossiers are is asked before the transaction: nobody waits for another service inside one. */
  async take(asked: Asked, named: string, request: ReuseFile): Promise<unknown> {
    const { applicants, service } = this.parts;
    const { actor, id } = asked;
    await service.require(actor, id);
    const source = await this.#find(request.fileId);
    const own = await applicants.fetchKnown(id);
    const alsoLock = [source.file.dossierId];
    return answerAsked(this.parts, asked, { path: `component/${named}/reuse`, body: request, alsoLock }, async (transaction) => {
      await transaction.query(lockContent, [source.file.sha256]);
      const handled = await service.handle(transaction, actor, id, (row, now) =>
        this.#instruct(transaction, { actor, named, request, row, now, own, source }),
      );
      await this.#noteAtSource(transaction, actor, handled);
      return handled.row;
    });
  }

  async #find(fileId: string): Promise<Source> {
    const { pool, applicants } = this.parts;
    const { file, row } = await inTransaction(pool, async (transaction) => {
      const found = await findFile(transaction, fileId);
      if (found === undefined) throw fileUnknown();
      return { file: found, row: (await readDocuments(transaction, [found.dossierId])).get(found.dossierId) };
    });
    if (row === undefined) throw fileUnknown();
    return { file, subject: row.subject, applicant: await applicants.fetchKnown(file.dossierId) };
  }

  async #instruct(transaction: Transaction, it: Instructing): Promise<Instruction> {
    const { actor, named, request, row, now, own, source } = it;
    const { fileId } = request;
    const ground = this.#findGround(it);
    const current = (await findFile(transaction, fileId)) ?? source.file;
    const component = findComponentCode(row.documents, named);
    const { dossierId, part, sha256, signature } = current;
    const isKept = current.erasedAt === null && current.removedAt === null;
    const shared = findSharedRef(own, source.applicant);
    const id = randomUUID();
    const here = { dossierId: row.subject.dossierId, part: 'component', partCode: component } as const;
    return {
      command: {
        type: 'reuse',
        occurredAt: now,
        component,
        fileId: id,
        dossierId: here.dossierId,
        ground,
        applicantRef: shared ?? own.refs[0] ?? null,
        source: { fileId, sha256, signature, dossierId, part, applicantRef: shared ?? source.applicant.refs[0] ?? null, isKept },
      },
      file: {
        ...current,
        ...here,
        id,
        reusedFrom: fileId,
        uploadedBy: actor.sub,
        uploadedAt: new Date(now),
        removedAt: null,
        erasedAt: null,
      },
    };
  }

  /** @throws ProblemError 404 where the file is of somebody else and may not be opened: as if it were not there */
  #findGround({ actor, request: { consent }, row, own, source }: Instructing): ReuseGround | null {
    const { data } = this.parts;
    if (mayOpenContent(data, actor, source.subject)) return { kind: 'content-right' };
    const isSameApplicant = findSharedRef(own, source.applicant) !== undefined;
    if (!isSameApplicant && source.file.dossierId !== row.subject.dossierId) throw fileUnknown();
    // Citizens say so to who stands before them, not to an office above.
    return consent !== undefined && isHandler(actor, row.subject) ? { kind: 'consent', proof: consent.proof } : null;
  }

  async #noteAtSource(transaction: Transaction, actor: Actor, { event, row }: Handled): Promise<void> {
    if (event?.type !== 'component-reused') return;
    const { fromDossier, fromFile: fileId, component: toComponent, ground, occurredAt } = event;
    const file = await findFile(transaction, fileId);
    if (file === undefined) throw new Error('a file was reused that is not there');
    const { dossierId: toDossier, responsibleUnit: toUnit } = row.subject;
    const { part, partCode: code } = file;
    const change = { type: 'file-reused', part, code, fileId, toDossier, toUnit, toComponent, ground, occurredAt } as const;
    await this.parts.service.note(transaction, fromDossier, change, actor.sub);
  }
}

interface Instructing {
  readonly actor: Actor;
  readonly named: string;
  readonly request: ReuseFile;
  readonly row: DocumentRow;
  readonly now: number;
  readonly own: Known;
  readonly source: Source;
}
