import { waitFor } from '@motcua/testing';

/** A process of a server, as the embedded ones are started. */
interface Running {
  readonly pid: number;
  readonly exited: Promise<unknown>;
  stop(): Promise<void>;
}

/** A server of the campaign's own, at one address whatever happens to its process. */
export class OwnServer<Server extends Running> {
  #running: Server | undefined;

  private constructor(
    private readonly start: () => Promise<Server>,
    running: Server,
  ) {
    this.#running = running;
  }

  /** @param start takes the same port each time */
  static async start<Server extends Running>(start: () => Promise<Server>): Promise<OwnServer<Server>> {
    return new OwnServer(start, await start());
  }

  /** @throws where it does not run */
  get running(): Server {
    if (this.#running === undefined) throw new Error('The server is away.');
    return this.#running;
  }

  /** It goes as it is told to: connections end, what it has is on disk. */
  async leave(): Promise<void> {
    await this.#running?.stop();
    this.#running = undefined;
  }

  /** As where the machine loses its power. */
  async die(): Promise<void> {
    const { pid, exited } = this.running;
    process.kill(pid, 'SIGKILL');
    await exited;
    this.#running = undefined;
  }

  /** It is there again. What a killed one left behind may still let go of the storage. */
  async comeBack(): Promise<void> {
    this.#running ??= await waitFor(this.start, { describe: 'a server to start again', timeoutMs: 60_000, intervalMs: 500 });
  }
}
