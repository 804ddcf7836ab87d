import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { createRebuildController } from './rebuild.controller.ts';
import { RebuildService } from './rebuild.service.ts';

/** A rebuild that operators begin and watch. */
@Module({})
export class RebuildModule {
  /** @param providers among them `REBUILDER` */
  static at(path: string, providers: readonly Provider[]): DynamicModule {
    return { module: RebuildModule, controllers: [createRebuildController(path)], providers: [...providers, RebuildService] };
  }
}
