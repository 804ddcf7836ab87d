import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '@motcua/config';
import { z } from 'zod';
import { channelConfig } from '../config.ts';
import { createChannels } from './create-channels.ts';
import { parseRetryAfter } from './http-post.ts';
import { maskAnswer } from './mask-answer.ts';
import { toInternationalNumber } from './phone-number.ts';

const parts = { showInApp: () => Promise.resolve(true), findWebhook: () => Promise.resolve(undefined) };
const read = (env: Record<string, string>) =>
  loadConfig(z.object(channelConfig), { PUBLIC_URL: 'https://motcua.example.vn', ...env });

describe('the channels', () => {
  it('are those that are configured; the inbox and webhooks always are', () => {
    expect([...createChannels(read({}), parts).keys()]).toEqual(['in-app', 'webhook']);
    const all = {
      SMTP_URL: 'smtp://127.0.0.1:1025',
      SMS_URL: 'https://sms.example/',
      SMS_TOKEN: 'k:s',
      ZALO_URL: 'https://z.example/',
      ZALO_TOKEN: 't',
    };
    expect([...createChannels(read(all), parts).keys()].sort()).toEqual(['in-app', 'mail', 'sms', 'webhook', 'zalo']);
  });

  it('refuse settings that cannot work, naming the variables', () => {
    expect(() =>
      read({ SMS_TOKEN: 'no-colon', ZALO_TEMPLATES: '[1]', SMTP_URL: 'http://x', WEBHOOK_ALLOW_PRIVATE: 'yes' }),
    ).toThrow(/SMS_TOKEN[^]*ZALO_TEMPLATES|SMTP_URL[^]*ZALO_TEMPLATES/u);
  });
});

describe('where citizens reach the gateway', () => {
  it('has to be told: a start without it fails and names it', () => {
    expect(() => loadConfig(z.object(channelConfig), {})).toThrow('PUBLIC_URL');
  });

  it.each([
    ['https://motcua.example.vn', true],
    ['https://motcua.example.vn/mot-cua', true],
    ['http://127.0.0.1:8080', true],
    ['http://localhost:8080', true],
    ['http://[::1]:8080', true],
    ['http://motcua.example.vn', false],
    ['http://127.0.0.1.motcua.example.vn', false],
    ['http://192.168.1.5', false],
    ['ftp://127.0.0.1', false],
    ['motcua.example.vn', false],
  ])('may be %s: %p', (url, isFine) => {
    if (isFine) expect(read({ PUBLIC_URL: url }).PUBLIC_URL).toBe(url);
    else expect(() => read({ PUBLIC_URL: url })).toThrow('PUBLIC_URL');
  });
});

describe('a telephone number', () => {
  it.each([
    ['0912 345 678', '84912345678'],
    ['+84 912.345.678', '84912345678'],
    ['(0210) 388-5512', '842103885512'],
    ['0084912345678', '84912345678'],
    ['+1 617 635 4500', '16176354500'],
    ['912', undefined],
    ['an@thanhba.example', undefined],
    ['', undefined],
  ])('%s is sent to as %s', (written, expected) => {
    expect(toInternationalNumber(written)).toBe(expected);
  });
});

describe('a provider’s words', () => {
  it('lose addresses and numbers and keep ids', () => {
    const words =
      'User an.nguyen@thanhba.example (84912345678, CCCD 025 099 001 234)\r\nqueued as 4XyZ12345678ab, 8f14e45f-ceea-467f-a2b1';
    expect(maskAnswer(words)).toBe('User [address] ([number], CCCD [number]) queued as 4XyZ12345678ab, 8f14e45f-ceea-467f-a2b1');
  });

  it('are cut to what is worth keeping', () => {
    expect(maskAnswer('x'.repeat(10_000))).toHaveLength(501);
  });
});

describe('Retry-After', () => {
  it('is seconds or a date, and anything else is nothing', () => {
    const now = Date.parse('2026-11-25T09:30:00Z');
    expect(parseRetryAfter('120', now)).toBe(120_000);
    expect(parseRetryAfter('Wed, 25 Nov 2026 09:31:00 GMT', now)).toBe(60_000);
    expect(parseRetryAfter('Wed, 25 Nov 2026 09:00:00 GMT', now)).toBe(0);
    expect(parseRetryAfter('soon', now)).toBeUndefined();
    expect(parseRetryAfter(undefined, now)).toBeUndefined();
  });
});
