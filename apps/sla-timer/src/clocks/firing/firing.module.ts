import { Module } from '@nestjs/common';
import { OverdueCausesModule } from '../../overdue-causes/overdue-causes.module.ts';
import { LogProgressHealth } from './log-progress.health.ts';
import { TimerLoop } from './timer.loop.ts';
import { TimerMetrics } from './timer-metrics.ts';

/** Clocks fire when their time comes. */
@Module({
  imports: [OverdueCausesModule],
  providers: [TimerMetrics, TimerLoop, LogProgressHealth],
  exports: [TimerLoop],
})
export class FiringModule {}
