import { Module } from '@nestjs/common';
import { StaffWatch } from './staff-watch.ts';

@Module({ providers: [StaffWatch] })
export class StaffModule {}
