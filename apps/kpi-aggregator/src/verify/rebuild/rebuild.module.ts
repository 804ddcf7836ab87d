import { Module } from '@nestjs/common';
import { RebuildController } from './rebuild.controller.ts';
import { RebuildService } from './rebuild.service.ts';
import { Rebuilder } from './rebuilder.ts';

/** Facts and cells anew, beside the ones in use. */
@Module({ controllers: [RebuildController], providers: [Rebuilder, RebuildService] })
export class RebuildModule {}
