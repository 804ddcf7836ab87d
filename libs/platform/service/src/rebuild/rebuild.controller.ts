import { Requires } from '@motcua/access';
import { RebuildStatus } from '@motcua/contracts';
import { Controller, Get, HttpCode, Post, type Type } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { RebuildService } from './rebuild.service.ts';

/** `POST <path>`, `GET <path>`: for operators alone. */
export function createRebuildController(path: string): Type {
  @ApiTags('operation')
  @Requires('operate')
  @Controller(path)
  class RebuildController {
    constructor(private readonly service: RebuildService) {}

    @Post()
    @HttpCode(202)
    @ApiOperation({
      summary: 'Makes what this service knows of the topics whole from the event tables behind them, while it runs.',
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
  return RebuildController;
}
