import { Requires } from '@motcua/access';
import { CurrentCaller, type Caller } from '@motcua/auth';
import { dossierForms, OfferedForms, type DossierForm } from '@motcua/contracts';
import { Controller, Get, Header, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { DossierId } from '../dossiers/dossier-id.schema.ts';
import { Forms } from './forms.ts';

const FormFile = z
  .enum(dossierForms.map((form) => `${form}.pdf` as const))
  .describe('receipt, supplement, refusal, apology, stopping or control, with `.pdf`.');
const FormQuery = z.object({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .optional()
    .describe('dossierVersion after the step that the form is about; absent: the latest step that has this form.'),
});

@Controller('v1/dossiers')
export class FormsController {
  constructor(@Inject(Forms) private readonly forms: Forms) {}

  @Get(':id/forms')
  @Requires('dossiers.print-form')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'The statutory forms that can be printed of a dossier, as the circular of its date of receipt has them',
  })
  @ApiResponse({ status: 200, description: 'The forms.', standardSchema: OfferedForms })
  list(@Param('id', { schema: DossierId }) id: string, @CurrentCaller() caller: Caller): Promise<OfferedForms> {
    return this.forms.list(caller, id);
  }

  @Get(':id/forms/:form')
  @Requires('dossiers.print-form')
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOperation({
    summary:
      'A statutory form as a PDF, made anew of what is recorded; to services personal numbers are masked, and the link opens nothing',
  })
  @ApiResponse({ status: 200, description: 'The form, A5 or A4, with its letters embedded.' })
  async get(
    @Param('id', { schema: DossierId }) id: string,
    @Param('form', { schema: FormFile }) file: z.infer<typeof FormFile>,
    @Query({ schema: FormQuery }) { version }: z.infer<typeof FormQuery>,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    const form = file.replace(/\.pdf$/, '') as DossierForm; // by its schema
    const pdf = await this.forms.draw(caller, { id, form, version });
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: `inline; filename="${file}"`, length: pdf.length });
  }
}
