import { countArchive, type BatchKafkaServer, type RebuildProgress } from '@motcua/kafka';
import { toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { TopicKey } from '../topics/topic-names.ts';
import type { Rebuilder } from './rebuilder.ts';

/** The view behind a topic: `xid`, `position`, `key`, `body`, as the topic's relay publishes them. */
export type Archives = Readonly<Partial<Record<TopicKey, string>>>;

/** Through the service's own consumers: what they have stays, what they lack is applied. */
export class ArchiveRebuilder implements Rebuilder {
  constructor(
    private readonly server: BatchKafkaServer,
    private readonly pool: Pool,
    private readonly archives: Archives,
  ) {}

  async count(): Promise<number> {
    const counted = await this.#countAll();
    return counted.reduce((sum, { events }) => sum + events, 0);
  }

  async rebuild(progress: RebuildProgress): Promise<void> {
    await this.server.rebuild(this.archives, toTransaction(this.pool), progress);
    progress.dossiers = Math.max(...(await this.#countAll()).map(({ keys }) => keys));
  }

  #countAll(): Promise<{ events: number; keys: number }[]> {
    const relations = Object.values(this.archives);
    return Promise.all(relations.map((relation) => countArchive(toTransaction(this.pool), relation)));
  }
}
