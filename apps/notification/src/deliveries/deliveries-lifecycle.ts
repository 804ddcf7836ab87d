import { HealthChecks } from '@motcua/http';
import { BackgroundLoops } from '@motcua/service';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Deliveries } from './deliveries.ts';

/** Sends from when the service begins its work; attempts in hand end behind the last request, which may have written some. */
@Injectable()
export class DeliveriesLifecycle implements OnApplicationShutdown {
  constructor(
    private readonly deliveries: Deliveries,
    health: HealthChecks,
    loops: BackgroundLoops,
  ) {
    loops.join({
      start: () => {
        deliveries.start();
      },
    });
    // Not a reason to send traffic elsewhere: deliveries wait in their rows.
    health.add('queue', async () => {
      const isThere = await deliveries.isQueueThere();
      return isThere ? { ready: true } : { ready: true, reason: 'the queue does not answer; deliveries wait in their rows' };
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.deliveries.close();
  }
}
