import { Module } from '@nestjs/common';
import { VerdictsModule } from '../overdue-causes/verdicts.module.ts';
import { LogProgressHealth } from './log-progress.health.ts';
import { TimerLoop } from './timer.loop.ts';
import { TimerMetrics } from './timer-metrics.ts';

/** Clocks fire when their time comes. */
@Module({
  imports: [VerdictsModule],
  providers: [TimerMetrics, TimerLoop, LogProgressHealth],
  exports: [TimerLoop],
})
export class FiringModule {}
