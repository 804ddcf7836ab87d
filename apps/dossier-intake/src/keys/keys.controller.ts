import { CurrentActor, requireTask, type Actor } from '@motcua/auth';
import { KeyRotation, KeysInUse, RotateKeys } from '@motcua/contracts';
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { TableRotation } from './rotate-tables.ts';

@ApiTags('keys')
@Controller('v1/applicant-keys')
export class KeysController {
  constructor(@Inject(TableRotation) private readonly rotation: TableRotation) {}

  @Get()
  @ApiOperation({ summary: 'Which keys of applicants’ data are in use, and for how many rows' })
  @ApiResponse({ status: 200, description: 'The keys.', standardSchema: KeysInUse })
  count(@CurrentActor() actor: Actor): Promise<KeysInUse> {
    requireTask(actor, 'operate');
    return this.rotation.count();
  }

  @Post('rotation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Write anew, with the active keys, rows that older keys wrote: a few seconds of it' })
  @ApiResponse({ status: 200, description: 'How far it came.', standardSchema: KeyRotation })
  rotate(@CurrentActor() actor: Actor, @Body({ schema: RotateKeys }) { cursor }: RotateKeys): Promise<KeyRotation> {
    requireTask(actor, 'operate');
    return this.rotation.rotate(cursor);
  }
}
