/**
 * An instance of the sender as a process of its own, to be killed: sends by asking a provider over HTTP and says `started` when it runs.
 * Its settings are one JSON text in SENDER.
 */
import { createLogger, createMetrics } from '@motcua/observability';
import { createPool } from '@motcua/postgres';
import type { QueueStore } from '@motcua/queue';
import type { Channel, SendResult } from '../../channels/channel.port.ts';
import { Deliveries } from '../../deliveries/deliveries.ts';
import { nobodysContacts, noForms, noPosts, plainRenderer, quickPolicies } from './deliveries-fixture.ts';

export interface SenderSettings {
  readonly databaseUrl: string;
  readonly store: QueueStore;
  readonly providerUrl: string;
}

const settings = JSON.parse(process.env['SENDER'] ?? '{}') as SenderSettings;

const mail: Channel = {
  name: 'mail',
  send: async ({ deliveryId }, signal): Promise<SendResult> => {
    await fetch(settings.providerUrl, { method: 'POST', body: deliveryId, signal });
    return { outcome: 'delivered', answer: 'taken' };
  },
  close: () => Promise.resolve(),
};

const deliveries = new Deliveries({
  pool: createPool({ url: settings.databaseUrl, schema: 'notification', applicationName: 'sender' }),
  store: settings.store,
  channels: new Map([['mail', mail]]),
  contacts: nobodysContacts,
  forms: noForms,
  staff: noPosts,
  publicUrl: 'https://motcua.example.vn',
  renderer: plainRenderer,
  metrics: createMetrics('sender'),
  log: createLogger('sender', { level: 'fatal' }),
  policies: quickPolicies,
  reconcileEveryMs: 100,
  retryDeadlines: { leaseMarginMs: 1_500, lockMs: 1_000 },
});
deliveries.start();
console.log('started');
