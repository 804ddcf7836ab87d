import { Injectable } from '@nestjs/common';
import { Deliveries } from '../../deliveries/deliveries.ts';
import { NoticeMetrics } from './notice-metrics.ts';
import type { PlannedNotices } from './notification-planner.ts';

/** After the commit: counts what was written and wakes its sending. */
@Injectable()
export class PlannedSender {
  constructor(
    private readonly metrics: NoticeMetrics,
    private readonly deliveries: Deliveries,
  ) {}

  send(planned: PlannedNotices): void {
    this.metrics.count(planned);
    this.deliveries.enqueue(planned.deliveryIds);
  }
}
