import type { ReferenceKind } from '@motcua/contracts';
import type { Logger } from '@motcua/observability';
import type { EntryChange, ReferenceStore } from './reference.store.ts';

/** Entries a statement: a calendar or a procedure has some thousand characters. */
const BATCH = 500;
/** Changes of a moment are written together. */
const GATHER_MS = 100;
const RETRY_MS = 5_000;

/** Stores what was read, a little later and beside the reading; what could not be stored is tried again. */
export class ReferenceWriter {
  readonly #changes = new Map<string, EntryChange>();
  #complete: readonly ReferenceKind[] | undefined;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(
    private readonly store: ReferenceStore,
    private readonly logger: Logger,
  ) {}

  /** Of two changes of an entry the later counts; that it was taken back between them is not forgotten over it. */
  note(change: EntryChange): void {
    const key = `${change.kind} ${change.code}`;
    const before = this.#changes.get(key);
    const isAnew = before !== undefined && (before.entry === undefined || before.isAnew === true);
    this.#changes.set(key, isAnew ? { ...change, isAnew } : change);
    this.#schedule(GATHER_MS);
  }

  /** Everything was noted that was published before: it is marked so behind the last of it. */
  complete(kinds: readonly ReferenceKind[]): void {
    this.#complete = kinds;
    this.#schedule(0);
  }

  /** Writes what is left, once. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#writing;
    await this.#write();
  }

  #schedule(afterMs: number): void {
    if (this.#isStopped) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#writing = this.#writing.then(() => this.#write());
    }, afterMs);
  }

  async #write(): Promise<void> {
    const complete = this.#complete;
    try {
      while (this.#changes.size > 0) {
        const batch = [...this.#changes].slice(0, BATCH);
        await this.store.write(batch.map(([, change]) => change));
        // Only what was written: it may have changed again meanwhile.
        for (const [key, change] of batch) if (this.#changes.get(key) === change) this.#changes.delete(key);
      }
      if (complete === undefined) return;
      await this.store.markComplete(complete);
      if (this.#complete === complete) this.#complete = undefined;
    } catch (err) {
      this.logger.warn({ err }, 'reference data could not be stored and are tried again');
      this.#schedule(RETRY_MS);
    }
  }
}
