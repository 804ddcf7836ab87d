import type { Actor } from '@motcua/auth';
import type { AttachedFile } from '@motcua/contracts';
import type { DigitizationCommand, OpenDigitization, Part } from '@motcua/digitization';
import type { Transaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { ApplicantRefs } from '../documents/applicants/applicant-refs.ts';
import { listSameContent } from '../documents/reuse-proposals.query.ts';
import { lockContent } from '../outbox/order-locks.ts';
import { DocumentService, type Handled } from '../documents/document.service.ts';
import { listFiles, type FileRow } from '../documents/file.store.ts';
import { RETENTION_TERMS, type RetentionTerms } from '../documents/retention-terms.ts';
import { toKeptFile, toState } from '../documents/views.ts';
import type { Examined } from '../files/examination/examine-file.ts';
import { FileExaminer } from '../files/examination/file-examiner.ts';
import { FileRefused } from '../files/examination/file-refusal.ts';
import { SCANNER, type VirusScanner } from '../files/examination/virus-scanner.ts';
import { contentErased, fileRefused, scannerAway } from '../http/problems.ts';
import { isHandler } from '../http/unit-access.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { claimName, findName } from '../files/storage/content-names.ts';
import { type ContentStore, type Kept, STORE } from '../files/storage/content-store.ts';
import { readSealed } from '../files/storage/sealing/sealed-content.ts';
import { readUpload } from './read-upload.ts';
import { type Staged, Staging } from '../files/storage/staging.ts';
import { Semaphore } from './semaphore.ts';

@Injectable()
export class UploadParts {
  constructor(
    @Inject(POOL) readonly pool: Pool,
    @Inject(STORE) readonly store: ContentStore,
    @Inject(SCANNER) readonly scanner: VirusScanner,
    @Inject(RETENTION_TERMS) readonly terms: RetentionTerms,
    readonly service: DocumentService,
    readonly data: ReferenceData,
    readonly staging: Staging,
    readonly examiner: FileExaminer,
    readonly semaphore: Semaphore,
    readonly applicants: ApplicantRefs,
  ) {}
}

export interface Target {
  readonly dossierId: string;
  readonly part: Part;
  /** The code of the component or result, from the documents as they stand. @throws ProblemError where there is none */
  readonly find: (documents: OpenDigitization) => string;
}

/** Somebody erased the content between our keeping it and our row: keep it again. */
class ContentErased extends Error {}
const MAX_ATTEMPTS = 3;

/**
 * Takes a file in: staged, examined, kept by its hash, and only then attached, in the transaction that also tells of it. Whatever
 * ends on the way leaves nothing that anybody can see: at most a content that no row names, which housekeeping erases.
 */
@Injectable()
export class UploadService {
  constructor(private readonly parts: UploadParts) {}

  /** @throws ProblemError what is refused, with the reason */
  async attach(actor: Actor, target: Target, request: FastifyRequest): Promise<AttachedFile> {
    const { service, staging } = this.parts;
    const placeholder = { fileId: randomUUID(), sha256: '', signature: 'none' } as const;
    await service.dryRun(actor, target.dossierId, ({ documents }) => toCommand(target, target.find(documents), placeholder, 0));
    try {
      const staged = await readUpload(request, staging);
      try {
        const examined = await this.#examine(staged);
        return await this.#attachStaged(actor, target, staged, examined);
      } finally {
        await staging.remove(staged);
      }
    } catch (error) {
      throw error instanceof FileRefused ? fileRefused(error) : error;
    }
  }

  #examine(staged: Staged): Promise<Examined> {
    const { semaphore, scanner, examiner } = this.parts;
    return semaphore.pass(async () => {
      // The scanner first: what it knows is not even parsed.
      const bytes = await readSealed(staged);
      const threat = await scanner.scan(bytes).catch((error: unknown) => {
        throw scannerAway(error);
      });
      if (threat !== undefined) throw new FileRefused('file.infected');
      return examiner.examine(new Uint8Array(bytes));
    });
  }

  async #attachStaged(actor: Actor, target: Target, staged: Staged, examined: Examined): Promise<AttachedFile> {
    const { pool, data, applicants, terms } = this.parts;
    const { dossierId } = target;
    const { handled, files, fileId } = await this.#keepAndWrite(actor, target, staged, examined);
    const code = target.find(handled.row.documents);
    const file =
      files.find(({ id }) => id === fileId) ??
      files.find(
        (it) => it.part === target.part && it.sha256 === staged.sha256 && (it.partCode === code || target.part === 'result'),
      );
    if (file === undefined) throw new Error('the file was attached and is not there');
    const { refs } = await applicants.fetchKnown(dossierId);
    const isShown = target.part === 'component' && isHandler(actor, handled.row.subject);
    const viewer = { data, actor };
    const proposals =
      refs.length === 0 || !isShown ? [] : await listSameContent(pool, { refs, dossierId, viewer }, staged.sha256);
    const { counts, isDigitized } = toState(handled.row);
    return { file: toKeptFile(file, handled.row, terms), already: handled.event === undefined, counts, isDigitized, proposals };
  }

  async #keepAndWrite(actor: Actor, target: Target, staged: Staged, examined: Examined) {
    const { service, store } = this.parts;
    for (let attempt = 1; ; attempt++) {
      const kept = await store.keep(staged);
      try {
        return await service.transact([target.dossierId], (transaction) =>
          this.#write(transaction, actor, target, { ...staged, ...examined, ...kept }),
        );
      } catch (error) {
        if (!(error instanceof ContentErased)) throw error;
        if (attempt === MAX_ATTEMPTS) throw contentErased();
      }
    }
  }

  async #write(transaction: Transaction, actor: Actor, target: Target, content: Staged & Examined & Kept) {
    const { service, store } = this.parts;
    const { dossierId, part } = target;
    const { sha256, bytes, mediaType, pages, signature } = content;
    const fileId = randomUUID();
    await transaction.query(lockContent, [sha256]);
    if (!(await store.isKept((await findName(transaction, sha256)) ?? content.name))) throw new ContentErased();
    await claimName(transaction, sha256, content);
    const handled: Handled = await service.handle(transaction, actor, dossierId, ({ documents }, now) => {
      const partCode = target.find(documents);
      const file: FileRow = {
        id: fileId,
        dossierId,
        part,
        partCode,
        sha256,
        bytes,
        mediaType,
        pages,
        signature: signature.status,
        signatureReason: signature.reason,
        uploadedBy: actor.sub,
        uploadedAt: new Date(now),
        reusedFrom: null,
        held: null,
        removedAt: null,
        erasedAt: null,
      };
      return { command: toCommand(target, partCode, { fileId, sha256, signature: signature.status }, now), file };
    });
    return { handled, files: await listFiles(transaction, dossierId), fileId };
  }
}

type Attached = Extract<DigitizationCommand, { type: 'attach-to-component' }>['file'];

function toCommand({ part }: Target, code: string, file: Attached, occurredAt: number): DigitizationCommand {
  return part === 'component'
    ? { type: 'attach-to-component', occurredAt, component: code, file }
    : { type: 'attach-to-result', occurredAt, result: code, file };
}
