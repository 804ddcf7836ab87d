import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { InboxItem, InboxMessage, InboxPage } from '@motcua/contracts';
import { CursorNumber, encodeCursor, LOGGER, parseCursor } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { noticeUnknown } from '../../http/problems.ts';
import { InboxHub } from './inbox-hub.ts';
import { InboxStream } from './inbox-stream.ts';
import { InboxStore } from './inbox.store.ts';

const InboxParameters = z.object({
  unread: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('true: only what is unread.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Items a page.'),
});
type InboxParameters = z.infer<typeof InboxParameters>;

const Position = z.strictObject({ no: CursorNumber });
const ReadAll = z.object({ read: z.number().int().describe('How many became read.') });

/** The inbox of whoever asks: nobody reads another one’s. */
@ApiTags('inbox')
@Controller('v1/inbox')
@Requires('inbox.read')
export class InboxController {
  constructor(
    private readonly inboxes: InboxStore,
    private readonly hub: InboxHub,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Your notices, newest first.' })
  @ApiResponse({ status: 200, description: 'A page.', standardSchema: InboxPage })
  async list(@CurrentActor() actor: Actor, @Query({ schema: InboxParameters }) query: InboxParameters): Promise<InboxPage> {
    const { unread: isUnread, cursor, limit } = query;
    const after = cursor === undefined ? undefined : parseCursor(cursor, Position);
    const { next, ...page } = await this.inboxes.list(actor.sub, { isUnread, after, limit });
    return { ...page, next: next === null ? null : encodeCursor(next) };
  }

  @Post(':id/read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Marks one as read.' })
  @ApiResponse({ status: 200, description: 'The item.', standardSchema: InboxItem })
  async read(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<InboxItem> {
    const item = await this.inboxes.read(actor.sub, id);
    if (item === undefined) throw noticeUnknown();
    return item;
  }

  @Post('read-all')
  @HttpCode(200)
  @ApiOperation({ summary: 'Marks all as read.' })
  @ApiResponse({ status: 200, description: 'How many there were.', standardSchema: ReadAll })
  async readAll(@CurrentActor() actor: Actor): Promise<z.infer<typeof ReadAll>> {
    return { read: await this.inboxes.readAll(actor.sub) };
  }

  @Get('live')
  @ApiOperation({ summary: 'What comes in from now on; with Last-Event-ID, what came in since.' })
  @ApiProduces('text/event-stream')
  @ApiResponse({
    status: 200,
    description: 'Server-sent events `inbox`; the data of each is this.',
    standardSchema: InboxMessage,
  })
  async watch(
    @CurrentActor() actor: Actor,
    @Headers('last-event-id') lastId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const leave = this.hub.enter(actor.sub);
    reply.raw.on('close', leave);
    const isKnown = CursorNumber.safeParse(lastId);
    const last = isKnown.success ? isKnown.data : (await this.inboxes.mark(actor.sub)).last;
    if (reply.raw.destroyed) {
      leave();
      return;
    }
    reply.hijack();
    const stream = new InboxStream(reply.raw, {
      last,
      read: (after) => this.inboxes.readSince(actor.sub, after),
      onError: (err) => {
        this.logger.warn({ err }, 'an inbox could not be read; it is tried again with what comes in next');
      },
    });
    const stop = this.hub.watch(actor.sub, stream);
    reply.raw.on('close', () => {
      stop();
      stream.close();
    });
  }
}
