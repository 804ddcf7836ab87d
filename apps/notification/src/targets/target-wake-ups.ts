import { BackgroundLoops, Broadcasts } from '@motcua/service';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TargetWatch } from './target-watch.ts';

const Update = z.object({ units: z.array(z.string()) });

/** Starts the watch with the service's work, and wakes it for the units whose figures moved. */
@Injectable()
export class TargetWakeUps {
  constructor(watch: TargetWatch, loops: BackgroundLoops, broadcasts: Broadcasts) {
    loops.join(watch);
    broadcasts.listen('kpiUpdates', (text) => {
      watch.wake(readUnits(text));
    });
  }
}

/** A wake-up carries nothing else; one that cannot be read is as good as lost. */
function readUnits(text: string): readonly string[] {
  try {
    const update = Update.safeParse(JSON.parse(text));
    return update.success ? update.data.units : [];
  } catch {
    return [];
  }
}
