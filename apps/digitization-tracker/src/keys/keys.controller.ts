import { CurrentActor, requireTask, type Actor } from '@motcua/auth';
import { KeyRotation, KeysInUse, RotateKeys } from '@motcua/contracts';
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { FileKeyRotation } from './file-key-rotation.ts';

@ApiTags('keys')
@Controller('v1/file-keys')
export class KeysController {
  constructor(@Inject(FileKeyRotation) private readonly rotation: FileKeyRotation) {}

  @Get()
  @ApiOperation({ summary: 'Which keys wrap those of contents, and of how many; how many contents lie in clear' })
  @ApiResponse({ status: 200, description: 'The keys.', standardSchema: KeysInUse })
  count(@CurrentActor() actor: Actor): Promise<KeysInUse> {
    requireTask(actor, 'operate');
    return this.rotation.count();
  }

  @Post('rotation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Wrap anew, with the active key, what older keys wrapped: a few seconds of it' })
  @ApiResponse({ status: 200, description: 'How far it came.', standardSchema: KeyRotation })
  rotate(@CurrentActor() actor: Actor, @Body({ schema: RotateKeys }) { cursor }: RotateKeys): Promise<KeyRotation> {
    requireTask(actor, 'operate');
    return this.rotation.rotate(cursor);
  }
}
