import { readKpiUpdate } from '@motcua/contracts';
import { Broadcasts } from '@motcua/service';
import { Injectable } from '@nestjs/common';
import { LiveHub } from './live-hub.ts';

/** Wakes the live boards of this instance for whatever any instance has projected; every instance reads every wake-up. */
@Injectable()
export class UpdateListener {
  constructor(broadcasts: Broadcasts, hub: LiveHub) {
    broadcasts.listen('kpiUpdates', (text) => {
      hub.wake(readKpiUpdate(text));
    });
  }
}
