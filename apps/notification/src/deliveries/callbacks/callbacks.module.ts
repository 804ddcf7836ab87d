import { Module } from '@nestjs/common';
import { CallbackService } from './callback.service.ts';
import { CallbacksController } from './callbacks.controller.ts';
import { RawCallbackBodies } from './raw-callback-bodies.ts';

/** What providers report of messages; it needs a provider of `RECORD_REPORT`. */
@Module({ controllers: [CallbacksController], providers: [CallbackService, RawCallbackBodies] })
export class CallbacksModule {}
