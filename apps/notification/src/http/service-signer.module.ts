import { createServiceSigner } from '@motcua/auth';
import { CONFIG } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import { service, type Config } from '../config.ts';

/** `@Inject(SERVICE_SIGNER) sign: ServiceSigner`: what it shows other services. */
export const SERVICE_SIGNER = Symbol('SERVICE_SIGNER');

/** The key with which it asks dossier-intake and kpi-aggregator. */
@Global()
@Module({
  providers: [
    {
      provide: SERVICE_SIGNER,
      inject: [CONFIG],
      useFactory: ({ SERVICE_KEY: keyFile }: Config) => createServiceSigner({ keyFile, service }),
    },
  ],
  exports: [SERVICE_SIGNER],
})
export class ServiceSignerModule {}
