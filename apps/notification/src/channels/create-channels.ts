import type { ChannelSettings } from '../config.ts';
import type { WebhookTarget } from './webhooks/webhook.ts';
import type { Channel, ChannelName } from './channel.port.ts';
import { createInAppChannel, type ShowInApp } from './in-app.channel.ts';
import { createMailChannel } from './mail.channel.ts';
import { createSmsChannel } from './sms.channel.ts';
import { createWebhookChannel } from './webhook.channel.ts';
import { createZaloChannel } from './zalo.channel.ts';

export interface ChannelParts {
  readonly showInApp: ShowInApp;
  readonly findWebhook: (id: string) => Promise<WebhookTarget | undefined>;
}

/** The channels that are configured, by name. One that is not is not in it: its place in a chain falls to the next. */
export function createChannels(settings: ChannelSettings, parts: ChannelParts): ReadonlyMap<ChannelName, Channel> {
  const { SMTP_URL, SMS_URL, SMS_TOKEN, ZALO_URL, ZALO_TOKEN, PUBLIC_URL } = settings;
  const channels: Channel[] = [
    createInAppChannel(parts.showInApp),
    createWebhookChannel({
      find: parts.findWebhook,
      allowPrivate: settings.WEBHOOK_ALLOW_PRIVATE,
      source: `${PUBLIC_URL}/notification`,
    }),
  ];
  if (SMTP_URL !== undefined) channels.push(createMailChannel({ url: SMTP_URL, from: settings.MAIL_FROM }));
  if (SMS_URL !== undefined && SMS_TOKEN !== undefined) channels.push(createSmsChannel(toSms(settings, SMS_URL, SMS_TOKEN)));
  if (ZALO_URL !== undefined && ZALO_TOKEN !== undefined)
    channels.push(createZaloChannel({ url: ZALO_URL, token: ZALO_TOKEN, templates: settings.ZALO_TEMPLATES }));
  return new Map(channels.map((channel) => [channel.name, channel]));
}

function toSms(
  { SMS_BRAND_NAME: brandName, SMS_CALLBACK_SECRET: secret, PUBLIC_URL }: ChannelSettings,
  url: string,
  token: string,
) {
  return { url, token, brandName, callbacks: secret === undefined ? undefined : { publicUrl: PUBLIC_URL, secret } };
}
