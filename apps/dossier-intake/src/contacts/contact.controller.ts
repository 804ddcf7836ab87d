import { Requires } from '@motcua/access';
import { ApplicantContact, ApplicantRef } from '@motcua/contracts';
import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { DossierId } from '../dossiers/dossier-id.schema.ts';
import { ApplicantContacts } from './applicant-contacts.ts';

const ContactQuery = z.object({
  reason: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .optional()
    .describe('dossierVersion of the event whose reason in words is asked for.'),
});

/** For the service that writes to applicants: it asks at the moment of sending and keeps nothing. */
@Controller('v1/dossiers')
export class ContactController {
  constructor(@Inject(ApplicantContacts) private readonly contacts: ApplicantContacts) {}

  @Get(':id/contact')
  @Requires('applicants.contact')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'How the applicant is reached, for services alone' })
  @ApiResponse({ status: 200, description: 'Name and addresses; null where unknown.', standardSchema: ApplicantContact })
  get(
    @Param('id', { schema: DossierId }) id: string,
    @Query({ schema: ContactQuery }) { reason }: z.infer<typeof ContactQuery>,
  ): Promise<ApplicantContact> {
    return this.contacts.get(id, reason);
  }

  @Get(':id/applicant-ref')
  @Requires('applicants.refer')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Whose the dossier is, as an opaque reference, for services alone' })
  @ApiResponse({ status: 200, description: 'The reference; null where no personal ID was given.', standardSchema: ApplicantRef })
  getRef(@Param('id', { schema: DossierId }) id: string): Promise<ApplicantRef> {
    return this.contacts.getRef(id);
  }
}
