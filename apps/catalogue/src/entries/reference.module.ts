import { referenceKinds, type ReferenceKind } from '@motcua/contracts';
import { Module } from '@nestjs/common';
import { createReferenceController } from './reference.controller.ts';
import { ReferenceService } from './reference.service.ts';

const kinds = Object.keys(referenceKinds) as ReferenceKind[]; // the keys of a constant

/** Units, procedures, calendars, rule sets, staff and reasons. */
@Module({
  controllers: kinds.map(createReferenceController),
  providers: [ReferenceService],
})
export class ReferenceModule {}
