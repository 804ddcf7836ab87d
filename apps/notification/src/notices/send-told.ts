import { Inject, Injectable } from '@nestjs/common';
import { NoticeMetrics } from '../health/notice-metrics.ts';
import { ENQUEUE, type Enqueue } from '../tokens.ts';
import type { Told } from './teller.ts';

/** After the commit: counts what was written and wakes its sending. */
@Injectable()
export class SendTold {
  constructor(
    private readonly metrics: NoticeMetrics,
    @Inject(ENQUEUE) private readonly enqueue: Enqueue,
  ) {}

  send(told: Told): void {
    this.metrics.count(told);
    this.enqueue(told.deliveryIds);
  }
}
