import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { RetentionRequest, RetentionRun, StoredFilesVerification } from '@motcua/contracts';
import { POOL } from '@motcua/service';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { type ContentStore, STORE } from '../files/storage/content-store.ts';
import { RetentionService } from './retention.service.ts';
import { verifyContents } from './verify-contents.ts';

@ApiTags('retention')
@Requires('operate')
@Controller('v1')
export class RetentionController {
  constructor(
    @Inject(RetentionService) private readonly retention: RetentionService,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(STORE) private readonly store: ContentStore,
  ) {}

  @Post('retention/runs')
  @HttpCode(200)
  @ApiOperation({ summary: 'List, or erase, the files that have served their purpose' })
  @ApiResponse({ status: 200, description: 'What would be, or was, erased.', standardSchema: RetentionRun })
  run(@CurrentActor() actor: Actor, @Body({ schema: RetentionRequest }) request: RetentionRequest): Promise<RetentionRun> {
    return this.retention.run(actor, request);
  }

  @Post('stored-files/verification')
  @HttpCode(200)
  @ApiOperation({ summary: 'Compare files and contents' })
  @ApiResponse({ status: 200, description: 'What is missing, damaged or orphaned.', standardSchema: StoredFilesVerification })
  verify(): Promise<StoredFilesVerification> {
    return verifyContents(this.pool, this.store, Date.now());
  }
}
