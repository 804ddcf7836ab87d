import { Requires } from '@motcua/access';
import { RebuildStatus } from '@motcua/contracts';
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { RebuildService } from './rebuild.service.ts';

@ApiTags('operation')
@Requires('operate')
@Controller('v1/rebuild')
export class RebuildController {
  constructor(private readonly service: RebuildService) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary:
      'Builds facts and cells anew from the event log, the overdue causes and the documents, beside the ones in use, and turns to them.',
  })
  @ApiResponse({ status: 202, description: 'Begun.', standardSchema: RebuildStatus })
  start(): Promise<RebuildStatus> {
    return this.service.start();
  }

  @Get()
  @ApiOperation({ summary: 'How far the last rebuild of this instance is.' })
  @ApiResponse({ status: 200, description: 'Its progress.', standardSchema: RebuildStatus })
  status(): RebuildStatus {
    return this.service.status();
  }
}
