import { Requires } from '@motcua/access';
import { referenceKinds, type ReferenceKind } from '@motcua/contracts';
import { ProblemError } from '@motcua/http';
import { NeedsNoReference } from '@motcua/reference';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { ReferenceData } from './reference-data.ts';

const Entry = z
  .object({
    kind: z.string(),
    code: z.string(),
    documents: z.array(z.record(z.string(), z.unknown())).describe('As they follow each other in time, oldest first.'),
  })
  .describe('An entry of the reference data as this service knows it.');

const Kind = z.enum(Object.keys(referenceKinds) as [ReferenceKind, ...ReferenceKind[]]);

/** What this service knows of the catalogue: an importer waits here until what it registered has arrived. */
@NeedsNoReference()
@Controller('v1/reference')
export class ReferenceController {
  constructor(@Inject(ReferenceData) private readonly data: ReferenceData) {}

  @Get(':kind/:code')
  @Requires('reference.read')
  @ApiOperation({ summary: 'An entry of the reference data, 404 until it has arrived here' })
  @ApiParam({ name: 'kind', enum: Object.keys(referenceKinds) })
  @ApiResponse({ status: 200, description: 'Known here.', standardSchema: Entry })
  find(@Param('kind', { schema: Kind }) kind: ReferenceKind, @Param('code') code: string): z.infer<typeof Entry> {
    const documents = this.data.findHistory(kind, code);
    if (documents === undefined) throw notHere(kind, code);
    return { kind, code, documents: documents as Record<string, unknown>[] };
  }
}

const notHere = (kind: string, code: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'reference.not-here',
    titles: { vi: 'Danh mục này chưa đến dịch vụ tiếp nhận', en: 'This entry has not arrived at dossier-intake' },
    detail: `${kind} "${code}" is not known here: register it in the catalogue, or wait a moment and ask again.`,
  });
