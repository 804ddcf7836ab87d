import { randomUUID } from 'node:crypto';
import type { NewDelivery } from '../../deliveries/queue/insert-deliveries.ts';

const hour = 3_600_000;

/** A mail to an officer, due since a minute and good for a day. */
export const aDelivery = (changes: Partial<NewDelivery> = {}): NewDelivery => ({
  id: randomUUID(),
  noticeId: randomUUID(),
  recipientKind: 'staff',
  recipient: 'an',
  dossierId: null,
  unit: 'thanh-ba',
  path: ['phu-tho', 'thanh-ba'],
  channels: ['mail'],
  urgent: false,
  template: 'breached',
  templateVersion: 1,
  language: 'vi',
  variables: { code: 'H44.1' },
  notBefore: new Date(Date.now() - 60_000),
  expiresAt: new Date(Date.now() + 24 * hour),
  ...changes,
});
