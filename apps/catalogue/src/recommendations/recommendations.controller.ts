import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import {
  Code,
  LocalDate,
  Recommendation,
  RecommendationPage,
  RecommendationRequest,
  RecommendationStep,
} from '@motcua/contracts';
import { CursorNumber, encodeCursor, parseCursor } from '@motcua/http';
import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { RecommendationsService } from './recommendations.service.ts';

const ListQuery = z.object({
  unit: Code.describe('The supervised unit; those below it are listed too.'),
  madeBy: LocalDate.optional().describe('Only what was recommended by that day.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Recommendations a page.'),
});
const Position = z.strictObject({ position: CursorNumber });

@ApiTags('recommendations')
@Controller('v1/recommendations')
export class RecommendationsController {
  constructor(private readonly recommendations: RecommendationsService) {}

  @Get()
  @Requires('recommendations.read')
  @ApiOperation({ summary: 'What was recommended to a unit and those below it, with what became of it, newest first' })
  @ApiResponse({ status: 200, description: 'A page.', standardSchema: RecommendationPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListQuery }) { unit, madeBy, cursor, limit }: z.infer<typeof ListQuery>,
  ): Promise<RecommendationPage> {
    const before = cursor === undefined ? undefined : parseCursor(cursor, Position).position;
    const { recommendations, next } = await this.recommendations.list(actor, unit, { madeBy, before, limit });
    return { recommendations: [...recommendations], next: next === null ? null : encodeCursor({ position: next }) };
  }

  @Put(':id')
  @Requires('recommendations.make')
  @ApiOperation({ summary: 'Recommends something to a unit: who has to act, and by when' })
  @ApiResponse({ status: 200, description: 'It is there already.', standardSchema: Recommendation })
  @ApiResponse({ status: 201, description: 'It is kept.', standardSchema: Recommendation })
  async make(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: RecommendationRequest }) request: RecommendationRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Recommendation> {
    const { recommendation, isNew } = await this.recommendations.make(actor, id, request);
    void reply.status(isNew ? 201 : 200);
    return recommendation;
  }

  @Put(':id/steps/:step')
  @Requires('recommendations.follow-up')
  @ApiOperation({ summary: 'Says what is being done of a recommendation, or that it is done, with evidence' })
  @ApiResponse({ status: 200, description: 'It was said already.', standardSchema: Recommendation })
  @ApiResponse({ status: 201, description: 'It is kept.', standardSchema: Recommendation })
  async followUp(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('step', { schema: z.uuid() }) step: string,
    @Body({ schema: RecommendationStep }) body: RecommendationStep,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Recommendation> {
    const { recommendation, isNew } = await this.recommendations.followUp(actor, { id, step }, body);
    void reply.status(isNew ? 201 : 200);
    return recommendation;
  }
}
