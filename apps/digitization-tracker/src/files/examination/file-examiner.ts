import type { OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { ExaminationResult, ExaminationTask } from './examine.worker.ts';
import type { Examined } from './examine-file.ts';
import { FileRefused } from './file-refusal.ts';

export interface FileExaminerOptions {
  /** Folder of trust anchors for signatures; undefined: nobody is believed. */
  readonly trustDir: string | undefined;
  /** Files examined at once; others wait in line. Each is in memory, up to 50 MB. */
  readonly threads: number;
  /** Milliseconds that one file may take; 20,000 unless told. */
  readonly timeoutMs?: number;
  /** Megabytes of objects that one file may become; 256 unless told. What it unpacks to is bounded apart. */
  readonly memoryMb?: number;
  /** Options of the runtime for the threads, where they need others than this process has. */
  readonly execArgv?: string[];
}

const IDLE_MS = 30_000;
/** Beside this file, built or not as this one is. */
const threadProgram = import.meta.url.replace(/file-examiner(?=\.[jt]s$)/, 'examine.worker');

/**
 * Examines files in threads of their own, so that a file made to take for ever or to fill the memory ends its thread and nothing else.
 */
export class FileExaminer implements OnApplicationShutdown {
  readonly #threads: Piscina<ExaminationTask, ExaminationResult>;
  readonly #timeoutMs: number;

  constructor(private readonly options: FileExaminerOptions) {
    const { threads, timeoutMs = 20_000, memoryMb = 256, execArgv } = options;
    this.#timeoutMs = timeoutMs;
    this.#threads = new Piscina({
      filename: threadProgram,
      ...(execArgv === undefined ? {} : { execArgv }),
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });
  }

  /**
   * @param bytes the whole file; they are handed over and gone afterwards
   * @throws FileRefused what is wrong with it; `file.too-complex` where it went beyond the time or the memory
   */
  async examine(bytes: Uint8Array<ArrayBuffer>): Promise<Examined> {
    const result = await this.#run(bytes);
    if ('refused' in result) throw new FileRefused(result.refused);
    return result;
  }

  async #run(bytes: Uint8Array<ArrayBuffer>): Promise<ExaminationResult> {
    const task = { bytes, trustDir: this.options.trustDir };
    try {
      return await this.#threads.run(task, { transferList: [bytes.buffer], signal: AbortSignal.timeout(this.#timeoutMs) });
    } catch (error) {
      const { name, code } = error as NodeJS.ErrnoException;
      if (name === 'AbortError' || name === 'TimeoutError' || code === 'ERR_WORKER_OUT_OF_MEMORY')
        throw new FileRefused('file.too-complex');
      throw error;
    }
  }

  /** Ends the threads. */
  onApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  async stop(): Promise<void> {
    await this.#threads.destroy();
  }
}
