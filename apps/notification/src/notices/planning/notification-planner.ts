import { type Transaction, readClock } from '@motcua/postgres';
import type { UnitDirectory } from '../../people/unit-directory.ts';
import { toRuleBook } from '../rules/find-rules.ts';
import { listRules } from '../rules/list-rules.ts';
import { readPeople } from '../recipients/read-people.ts';
import { insertDeliveries } from '../../deliveries/queue/insert-deliveries.ts';
import { listSubscribed } from '../../channels/webhooks/list-subscribed.ts';
import { decideNotices, type Decision } from './decide-notices.ts';
import { lockGroups } from './coalescing/group-key.ts';
import { coalesceBursts } from './coalescing/coalesce-bursts.ts';
import type { NoticeDraft } from './notice-draft.ts';
import { overtakeNotices } from './overtaking/overtake-notices.ts';
import type { NotifiableEvent } from '../events/notifiable-event.ts';
import { toWebhookDrafts } from './to-webhook-drafts.ts';
import { writeNotices, type WrittenNotice } from './write-notices.ts';

export interface NotificationPlannerParts {
  readonly directory: UnitDirectory;
  /** Newest version of a template. */
  readonly versionOf: (template: string) => number;
  /** So many of a group are sent as one. */
  readonly burstSize: number;
}

/** What a transaction planned, to be counted and sent once it is committed. */
export interface PlannedNotices {
  readonly deliveryIds: readonly string[];
  readonly written: readonly Pick<NoticeDraft, 'rule' | 'recipient'>[];
  readonly skipped: Decision['skipped'];
  readonly coalesced: number;
  /** Deliveries that will not be sent because these events made them untrue. */
  readonly overtaken: number;
}

/** Decides who is notified of events, and writes it in the caller’s transaction. */
export class NotificationPlanner {
  readonly #parts: NotificationPlannerParts;
  #installedAt: number | undefined;

  constructor(parts: NotificationPlannerParts) {
    this.#parts = parts;
  }

  async plan(database: Transaction, events: readonly NotifiableEvent[]): Promise<PlannedNotices> {
    if (events.length === 0) return { deliveryIds: [], written: [], skipped: [], coalesced: 0, overtaken: 0 };
    const now = await readClock(database, 'notification');
    const around = {
      rules: toRuleBook(await listRules(database)),
      people: await readPeople(database, events, { directory: this.#parts.directory, now }),
      directory: this.#parts.directory,
      now,
      installedAt: await this.#readInstalledAt(database),
    };
    const decisions = events.map((event) => decideNotices(event, around));
    const webhooks = toWebhookDrafts(events, await listSubscribed(database, events.map(toPublished)), now);
    const planned = await this.write(database, [...decisions.flatMap(({ drafts }) => drafts), ...webhooks], now);
    const overtaken = await overtakeNotices(database, events);
    return { ...planned, skipped: decisions.flatMap(({ skipped }) => skipped), overtaken };
  }

  /** Writes what was decided: notices, their deliveries, coalesced where a group has many. */
  async write(database: Transaction, drafts: readonly NoticeDraft[], now: number): Promise<PlannedNotices> {
    const { directory, versionOf, burstSize } = this.#parts;
    await lockGroups(database, drafts);
    const written = await writeNotices(database, drafts, { now, versionOf });
    const left = await coalesceBursts(database, written, { now, burstSize, directory, versionOf });
    const deliveries = left.written.flatMap((notice) => notice.deliveries);
    await insertDeliveries(database, deliveries);
    return {
      deliveryIds: deliveries.map(({ id }) => id),
      written: written.map(({ draft }: WrittenNotice) => draft),
      skipped: [],
      coalesced: left.coalesced,
      overtaken: 0,
    };
  }

  async #readInstalledAt(database: Transaction): Promise<number> {
    if (this.#installedAt !== undefined) return this.#installedAt;
    const [row] = await database.query<{ installed_at: Date }>('SELECT installed_at FROM notification.installation');
    this.#installedAt = row?.installed_at.getTime() ?? 0;
    return this.#installedAt;
  }
}

const toPublished = ({ body, path }: NotifiableEvent) => ({ type: body?.type ?? '', path });
