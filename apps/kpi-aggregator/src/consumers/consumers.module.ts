import { Module, type DynamicModule } from '@nestjs/common';
import type { ProjectedNames } from '../projection/projected-log.ts';
import { createKpiConsumer } from './kpi.consumer.ts';
import { UpdatePublisher } from './update-publisher.ts';

/** Five streams in, and a wake-up out for each batch that moved a figure. */
@Module({})
export class ConsumersModule {
  static forRoot(names: ProjectedNames): DynamicModule {
    return { module: ConsumersModule, controllers: [createKpiConsumer(names)], providers: [UpdatePublisher] };
  }
}
