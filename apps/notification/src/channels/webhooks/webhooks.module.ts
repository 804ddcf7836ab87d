import { Module } from '@nestjs/common';
import { WebhookStore } from './webhook.store.ts';
import { WebhooksController } from './webhooks.controller.ts';

/** Subscriptions of other systems. */
@Module({ controllers: [WebhooksController], providers: [WebhookStore], exports: [WebhookStore] })
export class WebhooksModule {}
