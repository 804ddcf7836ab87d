import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import {
  Code,
  DigitizationState,
  DocumentHistory,
  DossierComponents,
  ExemptComponent,
  RecordScanCheck,
  ReuseFile,
} from '@motcua/contracts';
import { IdempotencyKey } from '@motcua/http';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DossierId } from '../http/dossier-id.schema.ts';
import { DocumentsService } from './documents.service.ts';
import { FileReuse } from './file-reuse.ts';

const ComponentName = Code.describe('Component: its number on the receipt, or its code.');
const ResultParameters = z.object({ result: Code.optional().describe('Result code; absent: the first.') });
const FileId = z.uuid().describe('Id of the file.');
const onceAKey = { name: 'Idempotency-Key', required: false, description: 'The same key and body get the same answer.' };

@ApiTags('documents')
@Controller('v1/dossiers/:id')
export class DocumentsController {
  constructor(
    @Inject(DocumentsService) private readonly documents: DocumentsService,
    @Inject(FileReuse) private readonly files: FileReuse,
  ) {}

  @Get('components')
  @Requires('documents.read')
  @ApiOperation({ summary: 'What is there of the documents of a dossier, and what may be reused' })
  @ApiResponse({ status: 200, description: 'The documents.', standardSchema: DossierComponents })
  list(@Param('id', { schema: DossierId }) id: string, @CurrentActor() actor: Actor): Promise<DossierComponents> {
    return this.documents.list(actor, id);
  }

  @Get('components/history')
  @Requires('documents.read')
  @ApiOperation({ summary: 'What happened to the documents of a dossier; who reused a file of it, where and on what ground' })
  @ApiResponse({ status: 200, description: 'The history, oldest first.', standardSchema: DocumentHistory })
  listHistory(@Param('id', { schema: DossierId }) id: string, @CurrentActor() actor: Actor): Promise<DocumentHistory> {
    return this.documents.listHistory(actor, id);
  }

  @Get('files/:file/content')
  @Requires('files.open')
  @ApiOperation({ summary: 'The content of a file, for those who handle the dossier' })
  @ApiResponse({ status: 200, description: 'The content, as an attachment.' })
  async open(
    @Param('id', { schema: DossierId }) id: string,
    @Param('file', { schema: FileId }) file: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { stream, mediaType, bytes, name } = await this.documents.open(actor, id, file);
    await reply
      .headers({
        'content-type': mediaType,
        'content-length': bytes,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        // Should a browser show it all the same: without scripts, and as nobody's page.
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
      })
      .send(stream);
  }

  @Post('components/:component/checks')
  @Requires('dossiers.digitize')
  @ApiOperation({ summary: 'Record what a check of a scan found; with a fault the document is missing again' })
  @ApiHeader(onceAKey)
  @ApiResponse({ status: 200, description: 'The documents as they stand.', standardSchema: DigitizationState })
  checkComponent(
    @Param('id', { schema: DossierId }) id: string,
    @Param('component', { schema: ComponentName }) named: string,
    @Body({ schema: RecordScanCheck }) check: RecordScanCheck,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return this.documents.check({ actor, id, key, reply }, { part: 'component', named }, check);
  }

  @Post('result/checks')
  @Requires('dossiers.digitize')
  @ApiOperation({ summary: 'Record what a check of a result found' })
  @ApiHeader(onceAKey)
  @ApiResponse({ status: 200, description: 'The documents as they stand.', standardSchema: DigitizationState })
  checkResult(
    @Param('id', { schema: DossierId }) id: string,
    @Query({ schema: ResultParameters }) { result: named }: z.infer<typeof ResultParameters>,
    @Body({ schema: RecordScanCheck }) check: RecordScanCheck,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return this.documents.check({ actor, id, key, reply }, { part: 'result', named }, check);
  }

  @Post('components/:component/reuse')
  @Requires('dossiers.digitize')
  @ApiOperation({ summary: 'Take a file of another dossier of the same applicant, by right or by the citizen’s consent' })
  @ApiHeader(onceAKey)
  @ApiResponse({ status: 200, description: 'The documents as they stand.', standardSchema: DigitizationState })
  reuse(
    @Param('id', { schema: DossierId }) id: string,
    @Param('component', { schema: ComponentName }) named: string,
    @Body({ schema: ReuseFile }) body: ReuseFile,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return this.files.take({ actor, id, key, reply }, named, body);
  }

  @Post('components/:component/exemption')
  @Requires('dossiers.digitize')
  @ApiOperation({ summary: 'Say that a component is not scanned, and why' })
  @ApiHeader(onceAKey)
  @ApiResponse({ status: 200, description: 'The documents as they stand.', standardSchema: DigitizationState })
  exempt(
    @Param('id', { schema: DossierId }) id: string,
    @Param('component', { schema: ComponentName }) named: string,
    @Body({ schema: ExemptComponent }) body: ExemptComponent,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return this.documents.exempt({ actor, id, key, reply }, named, body);
  }
}
