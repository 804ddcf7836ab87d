import { startEmbeddedKafka, type EmbeddedKafka } from '@motcua/embedded';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cutLog } from './cut-log.ts';
import { waitFor } from './wait-for.ts';

/** A broker of a suite's own, which may be away for a while: its address and its log stay. */
export class OwnKafka {
  #running: EmbeddedKafka | undefined;

  private constructor(
    private readonly folder: string,
    running: EmbeddedKafka,
  ) {
    this.brokers = running.brokers;
    this.#running = running;
  }

  /** `127.0.0.1:port` */
  readonly brokers: string;

  /** Some 4 s. */
  static async start(): Promise<OwnKafka> {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-kafka-'));
    return new OwnKafka(folder, await startIn(folder));
  }

  /** It goes: connections end, and nobody listens any more. */
  async leave(): Promise<void> {
    await this.#running?.stop();
    this.#running = undefined;
  }

  /** As where the machine loses its power: what it had is behind it. */
  async die(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    if (running === undefined) return;
    process.kill(running.pid, 'SIGKILL');
    await running.exited;
  }

  /** While it is away: the last batches of each partition are gone. @returns how many records that were */
  loseTail(topic: string, batches: number): Promise<number> {
    return cutLog(join(this.folder, 'kafka', 'data'), topic, batches);
  }

  /** It is there again, where it was. @throws where somebody has taken its port meanwhile */
  async comeBack(): Promise<void> {
    // What a killed one left behind may still let go of the storage.
    this.#running = await waitFor(() => startIn(this.folder), {
      describe: 'Kafka to start again',
      timeoutMs: 60_000,
      intervalMs: 500,
    });
    if (this.#running.brokers !== this.brokers)
      throw new Error(`Kafka was at ${this.brokers} and is at ${this.#running.brokers}`);
  }

  async close(): Promise<void> {
    await this.leave();
    await rm(this.folder, { recursive: true, force: true });
  }
}

const startIn = (folder: string): Promise<EmbeddedKafka> =>
  startEmbeddedKafka({ dataDir: join(folder, 'kafka'), forTests: true, heapMb: 256 });
