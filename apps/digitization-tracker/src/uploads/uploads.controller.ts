import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { AttachedFile, Code } from '@motcua/contracts';
import type { Relay } from '@motcua/outbox';
import { RELAY } from '@motcua/service';
import { Controller, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findComponentCode, findResultCode } from '../documents/find-part-code.ts';
import { DossierId } from '../http/dossier-id.schema.ts';
import { UploadService, type Target } from './upload.service.ts';

const ComponentName = Code.describe('Component: its number on the receipt, or its code.');
const ResultParameters = z.object({ result: Code.optional().describe('Result code; absent: the first that has no file.') });
const body = { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } };

const MAX_DISCARDED_BYTES = 200 * 1_048_576;

@ApiTags('files')
@Controller('v1/dossiers/:id')
@Requires('dossiers.digitize')
export class UploadsController {
  constructor(
    @Inject(UploadService) private readonly uploads: UploadService,
    @Inject(RELAY) private readonly relay: Relay,
  ) {}

  @Post('components/:component/files')
  @ApiOperation({ summary: 'Attach a scan to a component: PDF, PNG, JPEG, TIFF or signed XML, up to 50 MB' })
  @ApiConsumes('multipart/form-data')
  @ApiBody(body)
  @ApiResponse({ status: 201, description: 'The file; 200 where it was there before.', standardSchema: AttachedFile })
  component(
    @Param('id', { schema: DossierId }) dossierId: string,
    @Param('component', { schema: ComponentName }) component: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttachedFile> {
    const find: Target['find'] = (documents) => findComponentCode(documents, component);
    return this.#attach(actor, { dossierId, part: 'component', find }, request, reply);
  }

  @Post('result/files')
  @ApiOperation({ summary: 'Attach a result' })
  @ApiConsumes('multipart/form-data')
  @ApiBody(body)
  @ApiResponse({ status: 201, description: 'The file; 200 where it was there before.', standardSchema: AttachedFile })
  result(
    @Param('id', { schema: DossierId }) dossierId: string,
    @Query({ schema: ResultParameters }) { result }: z.infer<typeof ResultParameters>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttachedFile> {
    const find: Target['find'] = (documents) => findResultCode(documents, result);
    return this.#attach(actor, { dossierId, part: 'result', find }, request, reply);
  }

  async #attach(actor: Actor, target: Target, request: FastifyRequest, reply: FastifyReply): Promise<AttachedFile> {
    try {
      const attached = await this.uploads.attach(actor, target, request);
      this.relay.wake();
      void reply.status(attached.already ? 200 : 201);
      return attached;
    } catch (error) {
      // What is refused before its end is read on and thrown away, so that the sender gets to hear why; not without a limit.
      if (Number(request.headers['content-length'] ?? 0) > MAX_DISCARDED_BYTES) void reply.header('connection', 'close');
      else request.raw.resume();
      throw error;
    }
  }
}
