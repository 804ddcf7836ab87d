import { createServiceTokens } from '@motcua/auth';
import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { CONFIG, POOL } from '@motcua/service';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Pool } from 'pg';
import { service, type Config } from '../../config.ts';
import { ApplicantRefs, createIntakeDirectory, type ApplicantDirectory } from './applicant-refs.ts';

/** Whose dossiers are, without a name. */
@Module({})
export class ApplicantsModule {
  /** @param directory in place of dossier-intake */
  static forRoot(directory: ApplicantDirectory | undefined): DynamicModule {
    return {
      module: ApplicantsModule,
      global: true,
      providers: [
        {
          provide: ApplicantRefs,
          inject: [CONFIG, POOL, LOGGER],
          useFactory: (config: Config, pool: Pool, logger: Logger) =>
            new ApplicantRefs(pool, directory ?? toDirectory(config), logger),
        },
      ],
      exports: [ApplicantRefs],
    };
  }
}

function toDirectory({ INTAKE_URL, SERVICE_KEY: keyFile }: Config): ApplicantDirectory | undefined {
  if (INTAKE_URL === undefined || keyFile === undefined) return undefined;
  const tokens = createServiceTokens({ keyFile, service, audience: 'dossier-intake', scopes: ['applicant-ref:read'] });
  return createIntakeDirectory(INTAKE_URL, tokens);
}
