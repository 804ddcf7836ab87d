import { Global, Module } from '@nestjs/common';
import { SecondFactor } from './second-factor.ts';

@Global()
@Module({ providers: [SecondFactor], exports: [SecondFactor] })
export class SecondFactorModule {}
