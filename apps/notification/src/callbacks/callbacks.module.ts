import { Module, type DynamicModule } from '@nestjs/common';
import type { CallbackSecrets } from './callback-secrets.ts';
import { CallbacksController } from './callbacks.controller.ts';
import { createCallbackProviders } from './create-callback-providers.ts';

/** What providers report of messages; it needs a provider of `RECORD_REPORT`. */
@Module({})
export class CallbacksModule {
  static forRoot(secrets: CallbackSecrets): DynamicModule {
    return { module: CallbacksModule, controllers: [CallbacksController], providers: createCallbackProviders(secrets) };
  }
}
