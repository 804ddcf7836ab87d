import { whileHoldingLock } from '@motcua/postgres';
import type { HealthChecks } from '@motcua/http';
import { BackgroundLoops } from '@motcua/service';
import { workOffReforms, type WorkParts } from './work-off-reform.ts';

/**
 * How long to rest: not at all, until what failed is tried again, until the catalogue may have spoken, until a dossier may have come late, or until another instance that was asked
 * may have stopped before its work was done. Whoever is asked for a reform wakes its own loop.
 */
const restMs = { more: 0, failing: 2_000, 'under-way': 1_000, standing: 10_000, none: 60_000 } as const;
const WORK_LOCK = 'intake.reform';

/** Works off reforms. The lock only saves double work: the dossiers' locks and the rows keep two instances right that are at it. */
export class ReformLoop {
  readonly #loop;

  constructor(parts: WorkParts, loops: BackgroundLoops, health: HealthChecks) {
    health.add('reforms', () => parts.failures.report());
    this.#loop = loops.add({
      name: 'reforms',
      turn: async () => restMs[(await whileHoldingLock(parts.pool, WORK_LOCK, () => workOffReforms(parts))) ?? 'under-way'],
    });
  }

  wake(): void {
    this.#loop.wake();
  }
}
