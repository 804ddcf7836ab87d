import { whileHoldingLock } from '@motcua/postgres';
import { BackgroundLoops } from '@motcua/service';
import { workOffReforms, type WorkParts } from './work-off-reform.ts';

/** How often to look whether another instance left something behind, the catalogue has spoken, or a dossier came late. */
const REST_MS = 2_000;
const WORK_LOCK = 'intake.reform';

/** Works off reforms. The lock only saves double work: the dossiers' locks and the rows keep two instances right that are at it. */
export class ReformLoop {
  readonly #loop;

  constructor(parts: WorkParts, loops: BackgroundLoops) {
    this.#loop = loops.add({
      name: 'reforms',
      turn: async () => ((await whileHoldingLock(parts.pool, WORK_LOCK, () => workOffReforms(parts))) === true ? 0 : REST_MS),
    });
  }

  wake(): void {
    this.#loop.wake();
  }
}
