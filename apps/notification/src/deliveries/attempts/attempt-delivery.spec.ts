import { describe, expect, it } from '@jest/globals';
import type { Channel, OutgoingMessage, SendResult } from '../../channels/channel.port.ts';
import { openTemplateBook } from '../../templates/template-book.ts';
import type { FormAnswer, FormKey } from '../attachments/form-source.ts';
import { attemptDelivery, type AttemptParts, type Claimed } from './attempt-delivery.ts';
import { Breakers } from './breakers.ts';
import { channelPolicies } from './channel-policies.ts';

const book = openTemplateBook();
const { link: _link, form: _form, reasonText: _words, papers: _papers, ...stored } = book.get('supplement-requested').sample;
const pdf: FormAnswer = { status: 'found', file: { name: 'supplement.pdf', content: Buffer.from('%PDF-1.3') } };

const claimed = (more: object = {}): Claimed =>
  ({
    id: 'delivery-1',
    channel: 'mail',
    recipientKind: 'applicant',
    recipient: 'applicant',
    dossierId: 'dossier-1',
    template: 'supplement-requested',
    templateVersion: book.get('supplement-requested').version,
    language: 'vi',
    event: null,
    variables: { ...stored, formOf: 'supplement', formVersion: 3 },
    channelAttempts: 1,
    sendBy: performance.now() + 60_000,
    ...more,
  }) as unknown as Claimed; // what an attempt looks at

async function attempt(form: FormAnswer, delivery: Claimed = claimed(), breakers = new Breakers()) {
  const sent: OutgoingMessage[] = [];
  const asked: FormKey[] = [];
  const channelOf = (name: 'mail' | 'sms'): Channel => ({
    name,
    send: (message) => {
      sent.push(message);
      return Promise.resolve<SendResult>({ outcome: 'accepted', answer: 'ok' });
    },
    close: () => Promise.resolve(),
  });
  const papers = [{ vi: 'Giấy chứng sinh' }];
  const parts: AttemptParts = {
    channels: new Map([
      ['mail', channelOf('mail')],
      ['sms', channelOf('sms')],
    ]),
    policies: channelPolicies,
    addresses: {
      find: () => Promise.resolve({ status: 'found', address: { to: 'a@example.vn', papers, officerName: 'Trần Thị Hạnh' } }),
    },
    forms: {
      find: (key) => {
        asked.push(key);
        return Promise.resolve(form);
      },
    },
    renderer: book,
    breakers,
  };
  const { result, formLeftOut } = await attemptDelivery(parts, delivery);
  parts.breakers.close();
  return { result, sent, asked, formLeftOut };
}

describe('a mail to an applicant', () => {
  it('carries the form that it speaks of, by the name that the circular of the receipt has', async () => {
    const { sent, asked } = await attempt(pdf);
    expect(asked).toEqual([{ dossierId: 'dossier-1', form: 'supplement', version: 3 }]);
    expect(sent[0]?.attachments).toEqual([{ name: 'supplement.pdf', content: Buffer.from('%PDF-1.3') }]);
    expect(sent[0]?.text).toContain('Kèm theo thư này: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.');
    expect(sent[0]?.text).toContain('- Giấy chứng sinh\n');
    expect(sent[0]?.text).toContain('Người phụ trách: Trần Thị Hạnh.');
  });

  it('goes without it where the step has none any more, and speaks of none', async () => {
    const { sent } = await attempt({ status: 'none' });
    expect(sent[0]?.attachments).toBeUndefined();
    expect(sent[0]?.text).not.toContain('Kèm theo');
  });

  it('waits where it cannot be had now, as it waits for a provider', async () => {
    const { result, sent } = await attempt({ status: 'away', answer: 'HTTP 503' });
    expect(result).toEqual({ outcome: 'retry', reason: 'form-unavailable', answer: 'HTTP 503' });
    expect(sent).toEqual([]);
  });

  it('goes without it, and says so, where it is refused, and at its last attempt', async () => {
    const last = claimed({ channelAttempts: channelPolicies.mail.backoffMs.length + 1 });
    const away = { status: 'away', answer: 'HTTP 500' } as const;
    for (const [form, delivery] of [
      [{ status: 'refused', answer: 'HTTP 403' }, claimed()],
      [away, last],
    ] as const) {
      const { result, sent, formLeftOut } = await attempt(form, delivery);
      expect([result.outcome, formLeftOut]).toEqual(['accepted', form.answer]);
      expect(sent[0]?.attachments).toBeUndefined();
      expect(sent[0]?.text).not.toContain('Kèm theo');
    }
    const lastButOne = claimed({ channelAttempts: channelPolicies.mail.backoffMs.length });
    expect((await attempt(away, lastButOne)).sent).toEqual([]);
    for (const form of [pdf, { status: 'none' } as const]) expect((await attempt(form, last)).formLeftOut).toBeUndefined();
  });

  it('asks for no form that the circular of its receipt does not have', async () => {
    const stopped = { template: 'stopped', templateVersion: book.get('stopped').version };
    const variables = { ...book.get('stopped').sample, formOf: 'stopping', formVersion: 4, form: undefined };
    const before = await attempt(
      pdf,
      claimed({ ...stopped, variables: { ...variables, receivedAt: '2025-06-30T09:00:00.000Z' } }),
    );
    expect([before.asked, before.sent[0]?.attachments]).toEqual([[], undefined]);
    const since = await attempt(
      pdf,
      claimed({ ...stopped, variables: { ...variables, receivedAt: '2025-07-01T01:00:00.000Z' } }),
    );
    expect(since.sent[0]?.text).toContain('Kèm theo thư này: Thông báo dừng giải quyết hồ sơ.');
  });

  it('is the only notice with a form: a short message asks for none', async () => {
    const { sent, asked } = await attempt(pdf, claimed({ channel: 'sms' }));
    expect([asked, sent[0]?.attachments]).toEqual([[], undefined]);
  });
});

/** Ten seconds in which every mail failed. */
async function breakMail(): Promise<Breakers> {
  const breakers = new Breakers();
  const { breaker } = channelPolicies.mail;
  const failed = { outcome: 'retry', reason: 'timeout', answer: 'no answer' } as const;
  for (let count = 0; count < breaker.volume; count += 1)
    await breakers.send('mail', breaker, () => Promise.resolve<SendResult>(failed));
  return breakers;
}

describe('what is good for minutes', () => {
  it('is tried though the latest attempts of others failed, and stands behind no other message', async () => {
    const others = await attempt({ status: 'none' }, claimed(), await breakMail());
    expect([others.result.outcome, others.sent]).toEqual(['retry', []]);
    const { result, sent } = await attempt({ status: 'none' }, claimed({ atOnce: true }), await breakMail());
    expect([result.outcome, sent.map(({ atOnce }) => atOnce)]).toEqual(['accepted', [true]]);
  });
});
