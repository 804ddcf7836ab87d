import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { isPeriodTooLong, LiveMessage } from '@motcua/contracts';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { periodTooLong } from '../../http/problems.ts';
import { LiveParameters, toPeriod } from '../../http/queries.ts';
import { toDayNumber } from '../../time/local-days.ts';
import { EventStream } from './event-stream.ts';
import type { LiveState } from './live-board.ts';
import { LiveHub } from './live-hub.ts';
import type { LivePeriod } from './live-period.ts';

@ApiTags('figures')
@Controller('v1/live')
export class LiveController {
  constructor(private readonly hub: LiveHub) {}

  @Get()
  @Requires('figures.watch')
  @ApiOperation({
    summary: 'A board that follows: event `snapshot`, then `change` whenever an event or the passing of time moves it.',
  })
  @ApiProduces('text/event-stream')
  @ApiResponse({ status: 200, description: 'Server-sent events; the data of each is this.', standardSchema: LiveMessage })
  async watch(
    @CurrentActor() actor: Actor,
    @Query({ schema: LiveParameters }) query: LiveParameters,
    @Headers('last-event-id') lastId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // The first state may be overtaken by a change before the stream is open.
    const opening: { stream?: EventStream; newest?: LiveState } = {};
    const request = { unit: query.unit, period: toLivePeriod(query), by: query.by ?? null };
    const { state, stop } = await this.hub.watch(actor, request, (next) => {
      opening.newest = next;
      opening.stream?.send(next);
    });
    if (reply.raw.destroyed) {
      stop();
      return;
    }
    reply.hijack();
    const stream = new EventStream(reply.raw, lastId);
    opening.stream = stream;
    stream.send(opening.newest ?? state);
    reply.raw.on('close', () => {
      stop();
      stream.close();
    });
  }
}

function toLivePeriod({ from, to }: LiveParameters): LivePeriod {
  if (from !== undefined && to !== undefined) return toPeriod({ from, to });
  // Up to today, which moves on: a day more or less is no matter here.
  if (from !== undefined && isPeriodTooLong({ from, to: new Date().toISOString() })) throw periodTooLong();
  return { from: from === undefined ? null : toDayNumber(from), to: to === undefined ? null : toDayNumber(to) };
}
