import { requirePermission, Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { Notice, NoticePage } from '@motcua/contracts';
import { encodeCursor, parseCursor } from '@motcua/http';
import { toTransaction } from '@motcua/postgres';
import { ReferenceGuard } from '@motcua/reference';
import { POOL } from '@motcua/service';
import { Controller, Get, Inject, Param, Query, Res, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { noticeUnknown } from '../../http/problems.ts';
import { UnitDirectory } from '../../people/unit-directory.ts';
import { exportNotices } from './export-notices.ts';
import { findNotice, listNotices, type NoticeSearch } from './list-notices.query.ts';
import { NoticeParameters, Position } from './notice-parameters.ts';

/** Proof: who was notified of what, when, why, by which template version, with what answer. */
@ApiTags('notices')
@UseGuards(ReferenceGuard)
@Controller('v1/notices')
@Requires('notices.read')
export class NoticesController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly directory: UnitDirectory,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Notices with their proof of delivery, newest first: of your unit and those below it.' })
  @ApiResponse({ status: 200, description: 'A page.', standardSchema: NoticePage })
  async list(@CurrentActor() actor: Actor, @Query({ schema: NoticeParameters }) query: NoticeParameters): Promise<NoticePage> {
    const { notices, next } = await listNotices(toTransaction(this.pool), actor, this.#toSearch(actor, query));
    return { notices, next: next === null ? null : encodeCursor(next) };
  }

  @Get('export')
  @ApiOperation({ summary: 'The same as CSV, one line a delivery, at most 100,000 notices.' })
  @ApiProduces('text/csv')
  export(
    @CurrentActor() actor: Actor,
    @Query({ schema: NoticeParameters }) query: NoticeParameters,
    @Res() reply: FastifyReply,
  ): void {
    const search = this.#toSearch(actor, query);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="notices.csv"')
      .header('cache-control', 'no-store')
      .send(Readable.from(exportNotices(toTransaction(this.pool), actor, search)));
  }

  @Get(':id')
  @ApiOperation({ summary: 'A notice with its proof of delivery.' })
  @ApiResponse({ status: 200, description: 'The notice.', standardSchema: Notice })
  async find(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<Notice> {
    const notice = await findNotice(toTransaction(this.pool), actor, id);
    if (notice === undefined) throw noticeUnknown();
    return notice;
  }

  #toSearch(actor: Actor, { cursor, ...search }: NoticeParameters): NoticeSearch {
    if (search.unit !== undefined) requirePermission(actor, 'notices.read', this.directory.pathOf(search.unit));
    return { ...search, after: cursor === undefined ? undefined : parseCursor(cursor, Position) };
  }
}
