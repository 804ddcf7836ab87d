import { Requires } from '@motcua/access';
import { listEntries, verifyChain, type TermHash } from '@motcua/audit';
import { AuditPage, AuditVerification, IsoInstant, VerifyAudit, type AuditRecord } from '@motcua/contracts';
import { CursorNumber, encodeCursor, parseCursor } from '@motcua/http';
import { inTransaction, toTransaction } from '@motcua/postgres';
import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, StreamableFile, type Type } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { z } from 'zod';
import { POOL } from '../tokens.ts';
import { TERM_HASH } from './audit.providers.ts';
import { exportEntries, type AuditSearch } from './export-entries.ts';

const Search = z.object({
  sub: z.string().max(200).optional().describe('Who.'),
  action: z.string().max(100).optional().describe('What, in the words of the table of access.'),
  about: z.string().max(300).optional().describe('Of what, as an entry says it: id=<dossier id>, unit=<code>.'),
  term: z.string().max(200).optional().describe('What was searched for; only its keyed hash is compared.'),
  reason: z.string().max(64).optional().describe('Why, as a code.'),
  from: IsoInstant.optional().describe('From this moment on.'),
  to: IsoInstant.optional().describe('Before this moment.'),
});
const PageSearch = Search.extend({
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1_000).default(100).describe('Entries a page.'),
});
const Position = z.strictObject({ position: CursorNumber });

/** The audit log of one service: for auditors, and out of administrators' reach. */
export function createAuditController(service: string): Type {
  @ApiTags('audit')
  @Controller(`v1/audit/${service}`)
  class AuditController {
    constructor(
      @Inject(POOL) private readonly pool: Pool,
      @Inject(TERM_HASH) private readonly hash: TermHash,
    ) {}

    @Get()
    @Requires('audit.read')
    @ApiOperation({ summary: 'Who did what, and who read of whom, newest first' })
    @ApiResponse({ status: 200, description: 'A page.', standardSchema: AuditPage })
    async list(@Query({ schema: PageSearch }) { cursor, limit, ...search }: z.infer<typeof PageSearch>): Promise<AuditPage> {
      const before = cursor === undefined ? undefined : parseCursor(cursor, Position).position;
      const found = await listEntries(toTransaction(this.pool), { ...this.#toFilter(search), before }, limit + 1);
      const entries = found
        .slice(0, limit)
        .map(({ at, ...entry }): AuditRecord => ({ ...entry, at: new Date(at).toISOString() }));
      const next = found.length > limit ? encodeCursor({ position: Number(entries.at(-1)?.position) }) : null;
      return { service, entries, next };
    }

    @Get('export')
    @Requires('audit.read')
    @Header('cache-control', 'no-store')
    @ApiOperation({ summary: 'The same as NDJSON, all of it, oldest last' })
    @ApiProduces('application/x-ndjson')
    export(@Query({ schema: Search }) search: z.infer<typeof Search>): StreamableFile {
      const lines = exportEntries(toTransaction(this.pool), service, this.#toFilter(search));
      return new StreamableFile(Readable.from(lines), { type: 'application/x-ndjson' });
    }

    @Post('verification')
    @HttpCode(200)
    @Requires('audit.verify')
    @ApiOperation({ summary: 'Recompute the chain from its entries' })
    @ApiResponse({ status: 200, description: 'Whether it is whole.', standardSchema: AuditVerification })
    async verify(@Body({ schema: VerifyAudit.nullish() }) asked: VerifyAudit | null | undefined): Promise<AuditVerification> {
      const seals = asked?.seals ?? [];
      const work = (transaction: Parameters<typeof verifyChain>[0]) => verifyChain(transaction, seals);
      const check = await inTransaction(this.pool, work, { isolation: 'repeatable read', readOnly: true, timeoutMs: VERIFY_MS });
      return { service, ...check };
    }

    #toFilter({ term, ...search }: z.infer<typeof Search>): AuditSearch {
      return { ...search, terms: term === undefined ? undefined : this.hash(term) };
    }
  }
  return AuditController;
}

const VERIFY_MS = 600_000;
