import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { ReformAnswer, ReformDocument, ReformList, ReformRequest, ReformView } from '@motcua/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Reforms } from './reforms.ts';

const { id: ReformId } = ReformDocument.shape;

@Controller('v1/reforms')
export class ReformsController {
  constructor(@Inject(Reforms) private readonly reforms: Reforms) {}

  @Post()
  @Requires('reforms.apply')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a reorganisation of units would do; with `apply` it is done. The same file again is the same job',
  })
  @ApiResponse({ status: 200, description: 'What it does, and the job.', standardSchema: ReformAnswer })
  try(@Body({ schema: ReformRequest }) { reform, apply }: ReformRequest, @CurrentActor() actor: Actor): Promise<ReformAnswer> {
    return this.reforms.try(actor, reform, apply);
  }

  @Get()
  @Requires('reforms.read')
  @ApiOperation({ summary: 'Reforms that were ever applied, the newest first' })
  @ApiResponse({ status: 200, description: 'All of them.', standardSchema: ReformList })
  list(@CurrentActor() actor: Actor): Promise<ReformList> {
    return this.reforms.list(actor);
  }

  @Get(':id')
  @Requires('reforms.read')
  @ApiOperation({ summary: 'How far a reform is, and what the catalogue is to have of it' })
  @ApiResponse({ status: 200, description: 'The reform.', standardSchema: ReformView })
  get(@Param('id', { schema: ReformId }) id: string, @CurrentActor() actor: Actor): Promise<ReformView> {
    return this.reforms.get(actor, id);
  }

  @Post(':id/confirm')
  @Requires('reforms.confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Another person confirms it: from then on it cannot be reverted' })
  @ApiResponse({ status: 200, description: 'The reform.', standardSchema: ReformView })
  confirm(@Param('id', { schema: ReformId }) id: string, @CurrentActor() actor: Actor): Promise<ReformView> {
    return this.reforms.confirm(actor, id);
  }

  @Post(':id/revert')
  @Requires('reforms.apply')
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes it back while nobody has confirmed it: dossiers go back to whom they came from' })
  @ApiResponse({ status: 200, description: 'The reform, and what the catalogue is to have now.', standardSchema: ReformView })
  revert(@Param('id', { schema: ReformId }) id: string, @CurrentActor() actor: Actor): Promise<ReformView> {
    return this.reforms.revert(actor, id);
  }
}
