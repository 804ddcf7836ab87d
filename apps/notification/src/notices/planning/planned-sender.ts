import { Inject, Injectable } from '@nestjs/common';
import { NoticeMetrics } from './notice-metrics.ts';
import { ENQUEUE, type Enqueue } from '../../deliveries/enqueue.ts';
import type { PlannedNotices } from './notification-planner.ts';

/** After the commit: counts what was written and wakes its sending. */
@Injectable()
export class PlannedSender {
  constructor(
    private readonly metrics: NoticeMetrics,
    @Inject(ENQUEUE) private readonly enqueue: Enqueue,
  ) {}

  send(planned: PlannedNotices): void {
    this.metrics.count(planned);
    this.enqueue(planned.deliveryIds);
  }
}
