import { Requires } from '@motcua/access';
import { EventLogPosition } from '@motcua/contracts';
import { NeedsNoReference } from '@motcua/reference';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { EventLog } from './event-log.ts';

/** How far the log goes and how far it has gone out: what status and verification wait for. */
@NeedsNoReference()
@Controller('v1/events')
export class EventLogController {
  constructor(@Inject(EventLog) private readonly log: EventLog) {}

  @Get('position')
  @Requires('log.follow')
  @ApiOperation({ summary: 'The end of the event log and the place of the relay' })
  @ApiResponse({ status: 200, description: 'Places in the log.', standardSchema: EventLogPosition })
  find(): Promise<EventLogPosition> {
    return this.log.findPosition();
  }
}
