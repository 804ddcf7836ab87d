import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import {
  ArchivedDocument,
  DigitizationImportResult,
  EventLogPosition,
  MAX_IMPORTED_DOCUMENTS,
  verbatim,
} from '@motcua/contracts';
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DigitizationImports } from './digitization-imports.ts';

/** The lines are looked at one by one: a malformed one passes here, and is named in the answer and holds up no other. */
const ImportLine = verbatim(z.union([ArchivedDocument, z.unknown()]));
const Lines = z.strictObject({ documents: z.array(ImportLine).min(1).max(MAX_IMPORTED_DOCUMENTS) });

@ApiTags('imports')
@Controller('v1/digitization-imports')
export class ImportsController {
  constructor(@Inject(DigitizationImports) private readonly imports: DigitizationImports) {}

  @Post()
  @Requires('events.report')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Takes what an earlier system digitized and keeps, each line by itself; repeated, it changes nothing',
  })
  @ApiResponse({ status: 200, description: 'What became of the lines.', standardSchema: DigitizationImportResult })
  take(
    @Body({ schema: Lines }) { documents }: z.infer<typeof Lines>,
    @CurrentActor() actor: Actor,
  ): Promise<DigitizationImportResult> {
    return this.imports.take(actor, documents);
  }

  @Get('position')
  @Requires('log.follow')
  @ApiOperation({ summary: 'How far the log of documents goes, and how far it has been published' })
  @ApiResponse({ status: 200, description: 'The position.', standardSchema: EventLogPosition })
  position(): Promise<EventLogPosition> {
    return this.imports.position();
  }
}
