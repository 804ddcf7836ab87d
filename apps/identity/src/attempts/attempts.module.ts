import { CONFIG } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import type { Config } from '../config.ts';
import { AttemptGate } from './attempt-gate.ts';
import { KnownBrowsers } from './known-browsers.ts';

@Global()
@Module({
  providers: [
    AttemptGate,
    { provide: KnownBrowsers, inject: [CONFIG], useFactory: ({ IDENTITY_KEYS }: Config) => new KnownBrowsers(IDENTITY_KEYS) },
  ],
  exports: [AttemptGate, KnownBrowsers],
})
export class AttemptsModule {}
