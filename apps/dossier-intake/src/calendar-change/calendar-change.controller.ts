import { Requires } from '@motcua/access';
import { CalendarChangePreview, CalendarChangeProgress, CalendarChangeRequest, Code } from '@motcua/contracts';
import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CalendarChanges } from './calendar-changes.ts';

const ProgressQuery = z.object({
  calendar: Code.describe('Calendar id.'),
  version: z.coerce.number().int().min(0).describe('Calendar version.'),
});

@Controller('v1/calendar-changes')
@Requires('reference.write')
export class CalendarChangeController {
  constructor(@Inject(CalendarChanges) private readonly changes: CalendarChanges) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'What a new version of a calendar would move; nothing is changed' })
  @ApiResponse({ status: 200, description: 'Counts by unit, and some dossiers.', standardSchema: CalendarChangePreview })
  preview(@Body({ schema: CalendarChangeRequest }) { calendar }: CalendarChangeRequest): Promise<CalendarChangePreview> {
    return this.changes.preview(calendar);
  }

  @Get()
  @ApiOperation({ summary: 'How far the re-dating for a version of a calendar is; 404 until the version has arrived here' })
  @ApiResponse({ status: 200, description: 'Counts.', standardSchema: CalendarChangeProgress })
  find(@Query({ schema: ProgressQuery }) { calendar, version }: z.infer<typeof ProgressQuery>): Promise<CalendarChangeProgress> {
    return this.changes.getProgress(calendar, version);
  }
}
