import { HealthChecks } from '@motcua/http';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type ContentStore, STORE } from './content-store.ts';

/** Ready while files can be kept; closed behind the last request. */
@Injectable()
export class StoreLifecycle implements OnApplicationShutdown {
  constructor(
    @Inject(STORE) private readonly store: ContentStore,
    health: HealthChecks,
  ) {
    health.add('store', async () => {
      await store.prove();
      return { ready: true };
    });
  }

  onApplicationShutdown(): void {
    this.store.close();
  }
}
