import { requireSource, Requires } from '@motcua/access';
import { CurrentActor, identityOf, type Actor } from '@motcua/auth';
import { EventsReceipt, importSessionHeader } from '@motcua/contracts';
import { applyAnswer, IdempotencyKey, preferredLanguage, TakesBulk } from '@motcua/http';
import { Body, Controller, Headers, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EventIntake } from './event-intake.ts';

/** What legacy systems report. */
@Controller('v1/events')
export class EventsController {
  constructor(@Inject(EventIntake) private readonly intake: EventIntake) {}

  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'The same key and body get the same answer. Not with NDJSON, whose lines are known by (source, id).',
  })
  @ApiHeader({
    name: importSessionHeader,
    required: false,
    description: 'Id of the import session by which the events come (POST /v1/import-sessions); without it they are live.',
  })
  @TakesBulk()
  @Post()
  @HttpCode(200)
  @Requires('events.report')
  @ApiOperation({ summary: 'Takes CloudEvents of legacy systems: one, a batch, or one a line (NDJSON); gzip is welcome' })
  @ApiConsumes('application/cloudevents+json', 'application/cloudevents-batch+json', 'application/x-ndjson')
  @ApiBody({ description: 'CloudEvents 1.0 in JSON.', schema: { type: 'string' } })
  @ApiResponse({
    status: 200,
    description: 'What became of each line; refused lines hold nothing up, and the first 1,000 are named.',
    standardSchema: EventsReceipt,
  })
  async take(
    @Body() body: unknown,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @Headers('import-session') session: string | undefined,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const reporter = requireSource(actor);
    const language = preferredLanguage(acceptLanguage);
    const request = { body, language, reporter, session: session ?? null, caller: identityOf(actor), key };
    return applyAnswer(reply, await this.intake.take(request));
  }
}
