import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { findStrange } from '@motcua/contracts';
import { findFreePort } from '@motcua/embedded';
import { waitFor } from '@motcua/testing';
import MailDev from 'maildev';
import { aMessage, describeChannel, quiet } from './channel.features.ts';
import { openTemplateBook } from '../templates/template-book.ts';
import { createMailChannel } from './mail.channel.ts';

const from = 'Bộ phận Một cửa <mot-cua@thanhba.example>';
const to = 'an.nguyen@thanhba.example';

async function startCatcher() {
  const smtp = await findFreePort();
  const catcher = new MailDev({ smtp, ip: '127.0.0.1', disableWeb: true, silent: true });
  const { storage } = await catcher.start();
  return { url: `smtp://127.0.0.1:${smtp}`, mails: () => storage.getAll(), stop: () => catcher.stop() };
}

describeChannel('mail', async () => {
  const catcher = await startCatcher();
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) await catcher.stop();
    isStopped = true;
  };
  return {
    channel: createMailChannel({ url: catcher.url, from, timeoutMs: 5_000 }),
    to,
    badAddress: 'an.nguyen@thanhba.example, everybody@thanhba.example',
    received: async () =>
      (await catcher.mails()).map((mail) => ({
        deliveryId: String(mail.headers['message-id']).replace(/^<|@.*$/gu, ''),
        text: mail.text ?? '',
      })),
    goAway: stop,
    close: stop,
  };
});

describe('a mail', () => {
  let catcher: Awaited<ReturnType<typeof startCatcher>>;
  beforeAll(async () => {
    catcher = await startCatcher();
  });
  afterAll(() => catcher.stop());

  it('arrives as text and HTML from the counter, marked as sent by a machine, under an id made of the delivery', async () => {
    const channel = createMailChannel({ url: catcher.url, from });
    const deliveryId = randomUUID();
    const html = '<p>Hồ sơ đã có kết quả</p>';
    const result = await channel.send(aMessage({ deliveryId, to, html }), quiet());
    expect(result).toMatchObject({ outcome: 'accepted', providerId: `<${deliveryId}@thanhba.example>` });
    const [mail] = await catcher.mails();
    expect(mail).toMatchObject({
      subject: 'Hồ sơ H44.32-261123-0007 đã có kết quả',
      text: expect.stringContaining('đã được giải quyết xong'),
      html: expect.stringContaining('<p>Hồ sơ đã có kết quả</p>'),
      from: [{ address: 'mot-cua@thanhba.example', name: 'Bộ phận Một cửa' }],
      to: [{ address: to }],
    });
    expect(mail?.headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'message-id': `<${deliveryId}@thanhba.example>` });
    await channel.close();
  });

  it('brings the files that go with it', async () => {
    const channel = createMailChannel({ url: catcher.url, from });
    const deliveryId = randomUUID();
    const content = Buffer.from('%PDF-1.3 …');
    await channel.send(aMessage({ deliveryId, to, attachments: [{ name: 'receipt.pdf', content }] }), quiet());
    const mail = (await catcher.mails()).find(({ headers }) => String(headers['message-id']).includes(deliveryId));
    const [file] = mail?.attachments ?? [];
    expect(JSON.stringify(file)).toContain('receipt.pdf');
    expect(file).toMatchObject({ contentType: 'application/pdf' });
    await channel.close();
  });

  it('cannot smuggle a header in through its subject', async () => {
    const channel = createMailChannel({ url: catcher.url, from });
    const subject = 'Kết quả\r\nBcc: everybody@thanhba.example';
    await channel.send(aMessage({ to, subject }), quiet());
    const mail = (await catcher.mails()).find((each) => each.subject.includes('everybody'));
    expect(mail?.headers).not.toHaveProperty('bcc');
    await channel.close();
  });
});

describe('the head of a mail', () => {
  const planted = 'Xã\r\nBcc: everybody@thanhba.example\u2028\u202e\u200b\u0000Thanh Ba';
  const { sample } = openTemplateBook().get('threshold');
  const { subject: ofTemplate } = openTemplateBook().render({
    ...{ template: 'threshold', language: 'vi', channel: 'mail' },
    variables: { ...sample, unit: { vi: planted } },
  });

  it.each([
    ['a template shows a name that was kept before such were refused', ofTemplate],
    ['it comes from anywhere else', planted],
  ])('has nothing that begins a line or is not seen, where %s', async (_where, subject) => {
    const catcher = await startCatcher();
    const channel = createMailChannel({ url: catcher.url, from });
    const attachments = [{ name: `${planted}.pdf`, content: Buffer.from('%PDF-1.3 …') }];
    expect(await channel.send(aMessage({ to, subject, attachments }), quiet())).toMatchObject({ outcome: 'accepted' });
    const [mail] = await catcher.mails();
    expect(mail?.subject).toContain('Xã Bcc: everybody@thanhba.example Thanh Ba');
    expect(findStrange(mail?.subject ?? '')).toBeUndefined();
    expect(mail?.headers).not.toHaveProperty('bcc');
    expect(mail).toMatchObject({ from: [{ name: 'Bộ phận Một cửa' }], to: [{ address: to }] });
    expect(JSON.stringify(mail?.attachments)).toContain('Xã Bcc: everybody@thanhba.example Thanh Ba.pdf');
    await channel.close();
    await catcher.stop();
  });
});

describe('a relay that objects', () => {
  let server: Server;
  let url = '';
  /** What the relay answers to RCPT TO; undefined: nothing, ever. */
  let reply: string | undefined;
  const commands: string[] = [];
  /** Answers those that it left without one. */
  const waiting: (() => void)[] = [];
  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 relay\r\n');
      socket.on('data', (data) => {
        const command = data.toString().slice(0, 4).toUpperCase();
        if (command === 'RCPT' && reply === undefined) {
          waiting.push(() => socket.write('250 ok\r\n'));
          return;
        }
        const answers: Record<string, string> = { RCPT: String(reply), QUIT: '221 bye', STAR: '502 not implemented' };
        commands.push(command);
        socket.write(`${answers[command] ?? '250 ok'}\r\n`);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const sendTo = async (answer: string | undefined, options: { timeoutMs?: number; url?: string } = {}, signal = quiet()) => {
    reply = answer;
    const channel = createMailChannel({ url: options.url ?? url, from, timeoutMs: options.timeoutMs ?? 5_000 });
    try {
      return await channel.send(aMessage({ to }), signal);
    } finally {
      await channel.close();
    }
  };

  it('may be asked again after 4yz, and not after 5yz; its words are kept without the address', async () => {
    expect(await sendTo(`450 4.7.1 ${to} greylisted, try later`)).toEqual({
      outcome: 'retry',
      reason: 'provider-unavailable',
      answer: '450 4.7.1 [address] greylisted, try later',
    });
    expect(await sendTo(`550 5.1.1 <${to}> no such user`)).toEqual({
      outcome: 'refused',
      reason: 'address-refused',
      answer: '550 5.1.1 <[address]> no such user',
    });
    expect(await sendTo('554 5.7.1 looks like spam')).toMatchObject({ outcome: 'refused', reason: 'provider-refused' });
  });

  it('may be asked again where it does not answer in time, or the attempt is interrupted meanwhile', async () => {
    expect(await sendTo(undefined, { timeoutMs: 1_000 })).toMatchObject({ outcome: 'retry', reason: 'provider-timeout' });
    expect(await sendTo(undefined, {}, AbortSignal.timeout(100))).toMatchObject({ outcome: 'retry', reason: 'interrupted' });
  });

  it('or takes its time over some recipients keeps no mail that is to go at once', async () => {
    reply = undefined;
    const channel = createMailChannel({ url, from, timeoutMs: 60_000 });
    const arrived = waiting.length;
    const answered: string[] = [];
    // The pool has four connections; the others stand behind them.
    const slow = Array.from({ length: 12 }, () =>
      channel.send(aMessage({ to }), quiet()).then(({ outcome }) => answered.push(outcome)),
    );
    await waitFor(() => waiting.length === arrived + 4, { describe: 'the pool to be full of them' });
    reply = '250 ok';
    expect(await channel.send(aMessage({ to, atOnce: true }), quiet())).toMatchObject({ outcome: 'accepted' });
    expect(answered).toEqual([]);
    for (const goOn of waiting.splice(0)) goOn();
    await Promise.all(slow);
    expect(new Set(answered)).toEqual(new Set(['accepted']));
    await channel.close();
  });

  it('elsewhere than on this machine is not spoken to in clear', async () => {
    const channel = createMailChannel({ url: url.replace('127.0.0.1', '127.0.0.2'), from, timeoutMs: 2_000 });
    commands.length = 0;
    expect(await channel.send(aMessage({ to }), quiet())).toMatchObject({ outcome: 'refused', reason: 'provider-insecure' });
    expect(commands).not.toContain('MAIL');
    await channel.close();
  });
});
