import { readKpiUpdate } from '@motcua/contracts';
import { BackgroundLoops, Broadcasts } from '@motcua/service';
import { Injectable } from '@nestjs/common';
import { TargetWatch } from './target-watch.ts';

/** Starts the watch with the service's work, and wakes it for the units whose figures moved. */
@Injectable()
export class TargetWakeUps {
  constructor(watch: TargetWatch, loops: BackgroundLoops, broadcasts: Broadcasts) {
    loops.join(watch);
    broadcasts.listen('kpiUpdates', (text) => {
      watch.wake(readKpiUpdate(text));
    });
  }
}
