import { Module } from '@nestjs/common';
import { RecommendationsController } from './recommendations.controller.ts';
import { RecommendationsService } from './recommendations.service.ts';

/** What delegations recommend, followed up. */
@Module({ controllers: [RecommendationsController], providers: [RecommendationsService] })
export class RecommendationsModule {}
