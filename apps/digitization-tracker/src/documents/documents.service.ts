import type { Actor } from '@motcua/auth';
import type { DocumentHistory, DossierComponents, ExemptComponent, RecordScanCheck } from '@motcua/contracts';
import { scanFaults, type Part } from '@motcua/digitization';
import type { Relay } from '@motcua/outbox';
import { inTransaction, type Transaction } from '@motcua/postgres';
import { POOL, RELAY } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { ApplicantRefs } from './applicants/applicant-refs.ts';
import { listSameComponents } from './reuse-proposals.query.ts';
import { dossierUnknown, fileHeldElsewhere, fileUnknown } from '../http/problems.ts';
import { isHandler, requireContent, requireDossier } from '../http/unit-access.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { ContentMissing, type ContentStore, STORE } from '../files/storage/content-store.ts';
import { RETENTION_TERMS, type RetentionTerms } from './retention-terms.ts';
import { answerAsked, type Asked } from './answer-asked.ts';
import { DocumentService } from './document.service.ts';
import { listHistory } from './document-history.query.ts';
import type { DocumentRow } from './document-row.ts';
import { readDocuments } from './document.store.ts';
import { findFile, listFiles } from './file.store.ts';
import { findComponentCode, findResultCode } from './find-part-code.ts';
import { insertCheck } from './scan-check.store.ts';
import { toDossierComponents } from './views.ts';

@Injectable()
export class DocumentsParts {
  constructor(
    @Inject(POOL) readonly pool: Pool,
    @Inject(STORE) readonly store: ContentStore,
    @Inject(RELAY) readonly relay: Relay,
    @Inject(RETENTION_TERMS) readonly terms: RetentionTerms,
    readonly service: DocumentService,
    readonly data: ReferenceData,
    readonly applicants: ApplicantRefs,
  ) {}
}

const extensions: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
  'application/xml': 'xml',
};

/** The documents of a dossier: what is there, and what officers say of it. */
@Injectable()
export class DocumentsService {
  constructor(private readonly parts: DocumentsParts) {}

  async list(actor: Actor, id: string): Promise<DossierComponents> {
    const { pool, data, applicants, terms } = this.parts;
    const { row, files } = await inTransaction(
      pool,
      async (transaction) => {
        const found = await getRow(transaction, id);
        requireDossier(data, actor, found.subject);
        return { row: found, files: await listFiles(transaction, id) };
      },
      { isolation: 'repeatable read', readOnly: true },
    );
    const { refs, state: reuse } = await applicants.fetchKnown(id);
    const missing = row.documents.components.filter(({ status }) => status === 'not-digitized').map(({ code }) => code);
    const isShown = refs.length > 0 && isHandler(actor, row.subject);
    const proposals = isShown
      ? await listSameComponents(pool, { refs, dossierId: id, viewer: { data, actor } }, missing)
      : undefined;
    return toDossierComponents({ row, files, proposals, reuse, terms });
  }

  async listHistory(actor: Actor, id: string): Promise<DocumentHistory> {
    const { pool, data } = this.parts;
    return inTransaction(
      pool,
      async (transaction) => {
        requireDossier(data, actor, (await getRow(transaction, id)).subject);
        return { dossierId: id, entries: await listHistory(transaction, id) };
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }

  async open(actor: Actor, id: string, fileId: string) {
    const { pool, data, store } = this.parts;
    const { row, file } = await inTransaction(pool, async (transaction) => ({
      row: await getRow(transaction, id),
      file: await findFile(transaction, fileId),
    }));
    requireContent(data, actor, row.subject);
    if (file?.dossierId !== id || file.erasedAt !== null) throw fileUnknown();
    const { sha256, mediaType, bytes } = file;
    if (sha256 === null || mediaType === null || bytes === null) throw fileHeldElsewhere(file.held);
    const stream: Readable = await store.open(sha256).catch((error: unknown) => {
      throw error instanceof ContentMissing ? fileUnknown() : error;
    });
    // Made of codes alone, and of nothing a header could trip over.
    const name = `${row.subject.code ?? id}-${file.partCode}`.replaceAll(/[^\w.-]/g, '_');
    return { stream, mediaType, bytes, name: `${name}.${extensions[mediaType] ?? 'bin'}` };
  }

  check(asked: Asked, { part, named }: { part: Part; named?: string | undefined }, found: RecordScanCheck): Promise<unknown> {
    const faults = scanFaults.filter((fault) => !found[fault]);
    return answerAsked(this.parts, asked, { path: `${part}/${named ?? ''}/checks`, body: found }, async (transaction) => {
      const { service } = this.parts;
      const { actor, id } = asked;
      const handled = await service.handle(transaction, actor, id, async ({ documents }, now) => {
        const code =
          part === 'component'
            ? findComponentCode(documents, named ?? '')
            : findResultCode(documents, named ?? documents.results[0]?.code);
        const files = (await listFiles(transaction, id)).filter((file) => file.part === part && file.partCode === code);
        await insertCheck(transaction, {
          dossierId: id,
          part,
          code,
          faults,
          files: files.map((file) => file.id),
          by: actor.sub,
          at: now,
        });
        return { command: { type: 'check', occurredAt: now, part, code, faults } };
      });
      return handled.row;
    });
  }

  exempt(asked: Asked, named: string, { reason }: ExemptComponent): Promise<unknown> {
    return answerAsked(this.parts, asked, { path: `component/${named}/exemption`, body: { reason } }, async (transaction) => {
      const handled = await this.parts.service.handle(transaction, asked.actor, asked.id, ({ documents }, occurredAt) => ({
        command: { type: 'exempt', occurredAt, component: findComponentCode(documents, named), reason },
      }));
      return handled.row;
    });
  }
}

/** @throws ProblemError 404 `dossier.unknown` */
async function getRow(transaction: Transaction, id: string): Promise<DocumentRow> {
  const row = (await readDocuments(transaction, [id])).get(id);
  if (row === undefined) throw dossierUnknown();
  return row;
}
