import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module.ts';
import { FormDrawer } from './drawing/form-drawer.ts';
import { FormsController } from './forms.controller.ts';
import { Forms } from './forms.ts';

/** The statutory forms of dossiers, as PDF. */
@Module({ imports: [DossiersModule], controllers: [FormsController], providers: [Forms, FormDrawer] })
export class FormsModule {}
