import { Module } from '@nestjs/common';
import { LapseWatch } from './lapse-watch.ts';

/** Proposals whose term passes. */
@Module({ providers: [LapseWatch] })
export class ProposalsModule {}
