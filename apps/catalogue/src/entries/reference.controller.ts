import { Body, Controller, Get, HttpCode, Inject, Param, Put, Query, Res, type Type } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Code, referenceKinds, type ReferenceKind } from '@motcua/contracts';
import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { ReferenceDocument } from './entry.ts';
import { ReferenceService } from './reference.service.ts';
import { AtQuery, createViews, PageQuery } from './views.ts';

const maxBulk = 500;

/** The routes of one kind: the kinds differ in path and document only. */
export function createReferenceController(kind: ReferenceKind): Type {
  const { document } = referenceKinds[kind];
  const views = createViews(kind);
  const Documents = z
    .array(document as z.ZodType<ReferenceDocument>)
    .min(1)
    .max(maxBulk);
  @ApiTags(kind)
  @Controller(`v1/${kind}`)
  class ReferenceController {
    constructor(@Inject(ReferenceService) private readonly references: ReferenceService) {}

    @Get()
    @Requires('reference.read')
    @ApiOperation({ summary: `Lists ${kind}, one counting version of each code, by keyset pages` })
    @ApiResponse({ status: 200, description: 'A page.', standardSchema: views.page })
    list(@Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>) {
      return this.references.list(kind, query);
    }

    @Get(':code')
    @Requires('reference.read')
    @ApiOperation({ summary: 'The version that holds on a day, or that of the last validity' })
    @ApiResponse({ status: 200, description: 'The version; ETag is its number.', standardSchema: views.entry })
    async find(
      @Param('code', { schema: Code }) code: string,
      @Query({ schema: AtQuery }) { at }: z.infer<typeof AtQuery>,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const entry = await this.references.get(kind, code, at);
      void reply.header('etag', `"${entry.version}"`);
      return entry;
    }

    @Get(':code/history')
    @Requires('reference.read')
    @ApiOperation({ summary: 'Every version ever accepted, oldest first' })
    @ApiResponse({ status: 200, description: 'The history.', standardSchema: views.history })
    history(@Param('code', { schema: Code }) code: string) {
      return this.references.getHistory(kind, code);
    }

    @Put()
    @Requires('reference.write')
    @HttpCode(200)
    @ApiOperation({ summary: `Takes up to ${maxBulk} documents, all or none` })
    @ApiResponse({ status: 200, description: 'What became of each, in the order given.', standardSchema: views.bulk })
    putMany(@CurrentActor() actor: Actor, @Body({ schema: Documents }) documents: ReferenceDocument[]) {
      return this.references.putMany(kind, documents, actor);
    }

    @Put(':code')
    @Requires('reference.write')
    @ApiOperation({
      summary: 'Adds a version: a correction of one validity, or a further validity. An equal document changes nothing',
    })
    @ApiResponse({ status: 200, description: 'It is there already.', standardSchema: views.entry })
    @ApiResponse({ status: 201, description: 'A version was added.', standardSchema: views.entry })
    async put(
      @CurrentActor() actor: Actor,
      @Param('code', { schema: Code }) code: string,
      @Body({ schema: document }) body: ReferenceDocument,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const { entry, changed } = await this.references.put(kind, { code, document: body, actor });
      void reply.status(changed ? 201 : 200).header('etag', `"${entry.version}"`);
      return entry;
    }
  }

  // Classes of one name would be operations of one id in the OpenAPI document.
  Object.defineProperty(ReferenceController, 'name', { value: `${toPascalCase(kind)}Controller` });
  return ReferenceController;
}

function toPascalCase(kind: string): string {
  return kind.replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
