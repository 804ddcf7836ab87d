import type { Sheet } from '@motcua/forms';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';

/** A thread that has drawn nothing for so long ends: the library and the fonts take 60 MB, and most of the day nobody prints. */
const IDLE_MS = 60_000;
/** A form is drawn in a tenth of a second; one that takes longer than this never ends. */
const TIMEOUT_MS = 20_000;
/** Beside this file, built or not as this one is. */
const threadProgram = import.meta.url.replace(/form-drawer(?=\.[jt]s$)/, 'draw.worker');

/** Draws forms in a thread of its own: to lay a page out is computing, and receipts do not wait for it. */
@Injectable()
export class FormDrawer implements OnApplicationShutdown {
  readonly #threads = new Piscina<Sheet, Uint8Array>({
    filename: threadProgram,
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });

  async draw(sheet: Sheet): Promise<Buffer> {
    return Buffer.from(await this.#threads.run(sheet, { signal: AbortSignal.timeout(TIMEOUT_MS) }));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#threads.destroy();
  }
}
