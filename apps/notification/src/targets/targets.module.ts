import type { ServiceSigner } from '@motcua/auth';
import { CONFIG } from '@motcua/service';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config.ts';
import { SERVICE_SIGNER } from '../http/service-signer.module.ts';
import { TargetCheck } from './target-check.ts';
import { createKpiFigures, FIGURES } from './kpi-figures.ts';
import { TargetEntity } from './target.entity.ts';
import { TargetStore } from './target.store.ts';
import { TargetWakeUps } from './target-wake-ups.ts';
import { TargetWatch } from './target-watch.ts';
import { TargetsController } from './targets.controller.ts';

/** Figures that fall below what was aimed at. */
@Module({
  imports: [TypeOrmModule.forFeature([TargetEntity])],
  controllers: [TargetsController],
  providers: [
    {
      provide: FIGURES,
      inject: [CONFIG, SERVICE_SIGNER],
      useFactory: ({ KPI_URL: url }: Config, sign: ServiceSigner) =>
        createKpiFigures({ url, tokens: sign({ audience: 'kpi-aggregator', scopes: ['board:read'] }) }),
    },
    TargetStore,
    TargetCheck,
    TargetWatch,
    TargetWakeUps,
  ],
})
export class TargetsModule {}
