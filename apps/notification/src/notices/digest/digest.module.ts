import { Module } from '@nestjs/common';
import { DigestGate } from './digest-gate.ts';
import { DigestJob } from './digest-job.ts';
import { DigestObserver } from './digest-observer.ts';

/** What officers find in the morning. */
@Module({ providers: [DigestGate, DigestObserver, DigestJob] })
export class DigestModule {}
