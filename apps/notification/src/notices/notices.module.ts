import { CONFIG } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config.ts';
import { NoticeMetrics } from './planning/notice-metrics.ts';
import { UnitDirectory } from '../people/unit-directory.ts';
import { RuleEntity } from './rules/rule.entity.ts';
import { RuleStore } from './rules/rule.store.ts';
import { RulesController } from './rules/rules.controller.ts';
import { TemplateBook } from '../templates/template-book.ts';
import { NoticesController } from './list/notices.controller.ts';
import { PlannedSender } from './planning/planned-sender.ts';
import { NotificationPlanner } from './planning/notification-planner.ts';

/** Who is notified of what. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([RuleEntity])],
  controllers: [NoticesController, RulesController],
  providers: [
    {
      provide: NotificationPlanner,
      inject: [CONFIG, UnitDirectory, TemplateBook],
      useFactory: ({ BURST_SIZE: burstSize }: Config, directory: UnitDirectory, templates: TemplateBook) =>
        new NotificationPlanner({
          directory,
          burstSize,
          versionOf: (template) => (templates.has(template) ? templates.get(template).version : 1),
        }),
    },
    NoticeMetrics,
    PlannedSender,
    RuleStore,
  ],
  exports: [NotificationPlanner, NoticeMetrics, PlannedSender],
})
export class NoticesModule {}
