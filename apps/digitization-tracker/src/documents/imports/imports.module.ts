import { Module } from '@nestjs/common';
import { DigitizationImports } from './digitization-imports.ts';
import { ImportsController } from './imports.controller.ts';

/** Archived documents of legacy systems. */
@Module({ controllers: [ImportsController], providers: [DigitizationImports] })
export class ImportsModule {}
