import { BatchHandlerContext, type ApplyContext, type BatchItem } from '@motcua/kafka';
import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { DossierEventConsumer } from '../consumers/on-dossier-event/dossier-event.consumer.ts';
import { stepDossierEvent, type DossierNews } from '../notices/events/parse-dossier-event.ts';
import { NotificationPlanner } from '../notices/planning/notification-planner.ts';
import type { PlannedSender } from '../notices/planning/planned-sender.ts';
import { openTemplateBook } from '../templates/template-book.ts';
import type { BuiltEvent } from './events.builder.ts';
import { alwaysOpen, createDirectory } from './reference.builder.ts';

const live = { projection: 'notification.dossiers', topic: 'dossiers', partition: 0, mode: 'live', park: () => undefined };

/** The consumer of the dossier log without a log: reads events a batch a transaction, as they are given. */
export function createNewsReader(pool: Pool, wake: (ids: readonly string[]) => void = () => undefined) {
  const book = openTemplateBook();
  const versionOf = (template: string): number => book.get(template).version;
  const planner = new NotificationPlanner({ directory: createDirectory(alwaysOpen), versionOf, burstSize: 10 });
  const sender: Pick<PlannedSender, 'send'> = {
    send: ({ deliveryIds }) => {
      wake(deliveryIds);
    },
  };
  const consumer = new DossierEventConsumer(planner, sender as PlannedSender); // it calls nothing else
  return async (events: readonly BuiltEvent[]): Promise<void> => {
    const context = await inTransaction(pool, async (transaction) => {
      const handed = new BatchHandlerContext([transaction, live as unknown as ApplyContext]); // it asks for nothing else
      await consumer.plan(events.map(toItem), handed);
      return handed;
    });
    await context.takeAfterCommit()?.();
  };
}

function toItem({ value }: BuiltEvent): BatchItem<DossierNews> {
  const message = { value: Buffer.from(value) };
  const result = stepDossierEvent(message);
  if (result.kind !== 'ok') throw new Error(result.kind);
  return { message: message as BatchItem<DossierNews>['message'], value: result.value }; // of the message it reads its value alone
}
