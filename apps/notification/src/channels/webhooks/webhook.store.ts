import { clockNow } from '@motcua/postgres/entities';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { randomBytes } from 'node:crypto';
import { Repository } from 'typeorm';
import { WebhookEntity } from './webhook.entity.ts';
import type { PutWebhook, WebhookTarget, WebhookView } from './webhook.ts';

/** 24 bytes, as Standard Webhooks recommends at least. */
const createSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;

interface Written {
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly is_new: boolean;
}

@Injectable()
export class WebhookStore {
  constructor(@InjectRepository(WebhookEntity) private readonly webhooks: Repository<WebhookEntity>) {}

  /** Makes or changes a subscription; the secret is in the answer only where it was made by this call. */
  async put(
    id: string,
    { url, events, unit, rotateSecret = false }: PutWebhook,
    createdBy: string,
  ): Promise<{ webhook: WebhookView; isNew: boolean }> {
    const secret = createSecret();
    const changed = ['url', 'events', 'unit', 'updated_at', ...(rotateSecret ? ['secret'] : [])];
    const written = await this.webhooks
      .createQueryBuilder()
      .insert()
      .values({ id, url, events, unit, secret, createdBy, updatedAt: clockNow })
      .orUpdate(changed, ['id'])
      .returning('created_at, updated_at, xmax = 0 AS is_new')
      .execute();
    const [row] = written.raw as readonly Written[];
    if (row === undefined) throw new Error('INSERT … RETURNING returned nothing');
    const { created_at: createdAt, updated_at: updatedAt, is_new: isNew } = row;
    const view = toView({ id, url, events, unit, createdAt, updatedAt });
    return { webhook: isNew || rotateSecret ? { ...view, secret } : view, isNew };
  }

  async list(): Promise<WebhookView[]> {
    return (await this.webhooks.find({ order: { id: 'ASC' } })).map(toView);
  }

  async find(id: string): Promise<WebhookView | undefined> {
    const webhook = await this.webhooks.findOneBy({ id });
    return webhook === null ? undefined : toView(webhook);
  }

  /** Whether there is one or not, afterwards there is none. */
  async remove(id: string): Promise<void> {
    await this.webhooks.delete({ id });
  }

  /** What sending needs. */
  async findTarget(id: string): Promise<WebhookTarget | undefined> {
    const found = await this.webhooks.findOne({ select: { id: true, url: true, secret: true }, where: { id } });
    return found === null ? undefined : { url: found.url, secret: found.secret };
  }
}

/** Without the secret, which no read brings but that of sending. */
const toView = ({
  id,
  url,
  events,
  unit,
  createdAt,
  updatedAt,
}: Pick<WebhookEntity, 'id' | 'url' | 'events' | 'unit' | 'createdAt' | 'updatedAt'>): WebhookView => ({
  id,
  url,
  events,
  unit,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
