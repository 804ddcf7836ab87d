import { Module } from '@nestjs/common';
import { InstitutionalController } from './institutional.controller.ts';
import { InstitutionalService } from './institutional.service.ts';

/** Figures that institutions enter, with their documents. */
@Module({
  controllers: [InstitutionalController],
  providers: [InstitutionalService],
})
export class InstitutionalModule {}
