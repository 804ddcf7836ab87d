import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WebhookEntity } from './webhook.entity.ts';
import { WebhookStore } from './webhook.store.ts';
import { WebhooksController } from './webhooks.controller.ts';

/** Subscriptions of other systems. */
@Module({
  imports: [TypeOrmModule.forFeature([WebhookEntity])],
  controllers: [WebhooksController],
  providers: [WebhookStore],
  exports: [WebhookStore],
})
export class WebhooksModule {}
