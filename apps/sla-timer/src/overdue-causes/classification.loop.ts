import type { Relay } from '@motcua/outbox';
import { BackgroundLoops, POOL, RELAY, type BackgroundLoop } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { ReferenceData } from '../reference/reference-data.ts';
import { classifyBreaches } from './classify-breaches.ts';

/** Woken by what fires here; what fired elsewhere, and was not classified there, is found so late. */
const REST_MS = 5_000;

/** Gives overdue causes on what has fired. */
@Injectable()
export class ClassificationLoop {
  readonly #loop: BackgroundLoop;

  constructor(@Inject(POOL) pool: Pool, @Inject(RELAY) relay: Relay, loops: BackgroundLoops, data: ReferenceData) {
    this.#loop = loops.add({
      name: 'overdue-causes',
      turn: async () => {
        if ((await classifyBreaches(pool, data)) === 0) return REST_MS;
        relay.wake();
        return 0;
      },
    });
  }

  wake(): void {
    this.#loop.wake();
  }
}
