import { requireSource, Requires } from '@motcua/access';
import { CurrentActor, isSource, type Actor } from '@motcua/auth';
import { ImportSession, OpenImportSession } from '@motcua/contracts';
import { NeedsNoReference } from '@motcua/reference';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ImportSessions } from './import-sessions.ts';

/** Whoever loads a history opens a session, names it with every event, and closes it. */
@ApiTags('import-sessions')
@Controller('v1/import-sessions')
export class ImportSessionsController {
  constructor(@Inject(ImportSessions) private readonly sessions: ImportSessions) {}

  @Post()
  @HttpCode(201)
  @Requires('events.report')
  @ApiOperation({ summary: 'Opens a session for a history that is loaded; its events name it in the header Import-Session' })
  @ApiResponse({ status: 201, description: 'The session.', standardSchema: ImportSession })
  open(@Body({ schema: OpenImportSession }) body: OpenImportSession, @CurrentActor() actor: Actor): Promise<ImportSession> {
    return this.sessions.open(body, requireSource(actor));
  }

  @Get(':id')
  @NeedsNoReference()
  @Requires('log.follow')
  @ApiOperation({ summary: 'A session, and whether and how it has ended' })
  @ApiResponse({ status: 200, description: 'The session.', standardSchema: ImportSession })
  find(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ImportSession> {
    return this.sessions.get(id, isSource(actor) ? actor.source : undefined);
  }

  @Post(':id/close')
  @NeedsNoReference()
  @HttpCode(200)
  @Requires('events.report')
  @ApiOperation({ summary: 'Says that the history is complete; repeated, it changes nothing' })
  @ApiResponse({ status: 200, description: 'The session.', standardSchema: ImportSession })
  close(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ImportSession> {
    return this.sessions.close(id, requireSource(actor));
  }
}
