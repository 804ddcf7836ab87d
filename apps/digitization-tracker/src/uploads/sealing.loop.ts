import { BackgroundLoops } from '@motcua/service';
import { Injectable } from '@nestjs/common';
import { ClearContents } from '../files/storage/seal-clear-contents.ts';

const REST_MS = 3_600_000;

/** Contents of an earlier version, which kept them in clear; an instance of it may still do so while this one is brought in. */
@Injectable()
export class SealingLoop {
  constructor(contents: ClearContents, loops: BackgroundLoops) {
    loops.add({ name: 'sealing', turn: async () => ((await contents.sealSome()) ? 0 : REST_MS) });
  }
}
