import { CONFIG } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import type { Config } from '../config.ts';
import { NoticeMetrics } from '../health/notice-metrics.ts';
import { UnitDirectory } from '../organisation/unit-directory.ts';
import { RulesController } from '../rules/rules.controller.ts';
import { TemplateBook } from '../templates/template-book.ts';
import { NoticeConsumer } from './notice.consumer.ts';
import { NoticesController } from './notices.controller.ts';
import { SendTold } from './send-told.ts';
import { NotificationPlanner } from './notification-planner.ts';

/** Who is told what. */
@Global()
@Module({
  controllers: [NoticeConsumer, NoticesController, RulesController],
  providers: [
    {
      provide: NotificationPlanner,
      inject: [CONFIG, UnitDirectory, TemplateBook],
      useFactory: ({ STORM_SIZE: burstSize }: Config, directory: UnitDirectory, templates: TemplateBook) =>
        new NotificationPlanner({
          directory,
          burstSize,
          versionOf: (template) => (templates.has(template) ? templates.get(template).version : 1),
        }),
    },
    NoticeMetrics,
    SendTold,
  ],
  exports: [NotificationPlanner, NoticeMetrics, SendTold],
})
export class NoticesModule {}
