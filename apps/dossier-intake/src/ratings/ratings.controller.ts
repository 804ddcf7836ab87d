import { Requires } from '@motcua/access';
import { CurrentActor, CurrentCaller, Public, type Actor, type Caller } from '@motcua/auth';
import {
  Code,
  GiveRating,
  IsoInstant,
  isPeriodTooLong,
  LocalDate,
  MAX_PERIOD_MONTHS,
  RatingGiven,
  RatingImport,
  RatingImportResult,
  RatingPage,
  RatingQuestions,
  RatingsVerification,
  RatingToken,
  RatingTokensMade,
} from '@motcua/contracts';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DossierId } from '../dossiers/dossier-id.schema.ts';
import { Ratings } from './ratings.ts';

const ListQuery = z
  .object({
    unit: Code.describe('The responsible unit; those below it count too.'),
    from: LocalDate.describe('First local day on which they were given.'),
    to: LocalDate.describe('Last day.'),
    satisfied: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional()
      .describe('Only those that count as satisfied, or only the others.'),
    withoutCounterRatings: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional()
      .describe('true: leaves out those by a link that a counter made, of the totals too.'),
    asOf: IsoInstant.optional().describe('Only those given by this moment, of the totals too.'),
    cursor: z.string().max(500).optional().describe('`next` of the page before.'),
    limit: z.coerce.number().int().min(1).max(1_000).default(100).describe('Ratings a page.'),
  })
  .refine((period) => !isPeriodTooLong(period), { message: `A period has ${MAX_PERIOD_MONTHS} months at most.`, path: ['from'] });

@ApiTags('ratings')
@Controller('v1')
export class RatingsController {
  constructor(@Inject(Ratings) private readonly ratings: Ratings) {}

  @Public()
  @Get('rating-questions')
  @ApiOperation({ summary: 'What citizens are asked; needs no token' })
  @ApiResponse({ status: 200, description: 'The questions and their scale.', standardSchema: RatingQuestions })
  questions(): RatingQuestions {
    return this.ratings.questions;
  }

  @Post('dossiers/:id/rating-token')
  @Requires('ratings.ask')
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'A token by which the citizen rates a returned dossier at the counter, once, soon after the return; for its counter',
  })
  @ApiResponse({ status: 201, description: 'The token.', standardSchema: RatingToken })
  issue(@Param('id', { schema: DossierId }) id: string, @CurrentActor() actor: Actor): Promise<RatingToken> {
    return this.ratings.issueToken(actor, id);
  }

  @Get('dossiers/:id/rating-tokens')
  @Requires('dossiers.read')
  @ApiOperation({ summary: 'Who made links for rating a dossier at a counter, where and when; for who may read the dossier' })
  @ApiResponse({ status: 200, description: 'Every one, used or not.', standardSchema: RatingTokensMade })
  listTokens(@Param('id', { schema: DossierId }) id: string, @CurrentActor() actor: Actor): Promise<RatingTokensMade> {
    return this.ratings.listTokens(actor, id);
  }

  @Public()
  @Post('ratings')
  @HttpCode(201)
  @ApiOperation({ summary: 'Rates a dossier; the token in the body stands in for a sign-in' })
  @ApiResponse({ status: 201, description: 'It was taken.', standardSchema: RatingGiven })
  give(@Body({ schema: GiveRating }) body: GiveRating): Promise<RatingGiven> {
    return this.ratings.give(body);
  }

  @Get('ratings')
  @Requires('ratings.read')
  @ApiOperation({ summary: 'Ratings of a unit and period, oldest first, in keyset pages' })
  @ApiResponse({ status: 200, description: 'A page, with the totals of the period.', standardSchema: RatingPage })
  list(@Query({ schema: ListQuery }) query: z.infer<typeof ListQuery>, @CurrentCaller() caller: Caller): Promise<RatingPage> {
    return this.ratings.list(caller, query);
  }

  @Post('ratings/verification')
  @Requires('operate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Recompute what the list tells from the published log, each unit and day' })
  @ApiResponse({ status: 200, description: 'Every difference.', standardSchema: RatingsVerification })
  verify(@CurrentActor() actor: Actor): Promise<RatingsVerification> {
    return this.ratings.verify(actor);
  }

  @Post('rating-imports')
  @Requires('events.report')
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes ratings that were collected elsewhere, each line by itself' })
  @ApiResponse({ status: 200, description: 'What became of them.', standardSchema: RatingImportResult })
  import(@Body({ schema: RatingImport }) body: RatingImport, @CurrentActor() actor: Actor): Promise<RatingImportResult> {
    return this.ratings.import(actor, body);
  }
}
