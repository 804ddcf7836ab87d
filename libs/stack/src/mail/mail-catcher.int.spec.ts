import { findFreePort } from '@motcua/embedded';
import { waitFor } from '@motcua/testing';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { awaitServices } from '../processes/await-services.ts';
import { createStackParts } from '../processes/stack-parts.ts';
import { getStackPaths } from '../state/stack-paths.ts';
import { isCatchingMail, startMailCatcher } from './mail-catcher.ts';
import { toMailAddresses } from '../services/mail-addresses.ts';

const paths = getStackPaths({ MOTCUA_HOME: await mkdtemp(join(tmpdir(), 'motcua-mail-')) });
const quiet = { step: <T>(_title: string, work: (say: () => void) => Promise<T>) => work(() => undefined) };

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});
afterAll(() => rm(paths.home, { recursive: true, force: true }));

async function startCatcher() {
  const smtp = await findFreePort();
  const web = await findFreePort({ not: [smtp] });
  const addresses = { smtp: `smtp://127.0.0.1:${smtp}`, url: `http://127.0.0.1:${web}` };
  const parts = createStackParts(paths.logs);
  const stop = (): Promise<void> => parts.stop({ ...quiet, line: () => undefined, warn: () => undefined });
  running.push(stop);
  const catcher = await startMailCatcher(addresses, { parts, paths, onEvent: () => undefined });
  await awaitServices([catcher], {
    say: () => undefined,
    signal: new AbortController().signal,
    isReady: ({ url }) => isCatchingMail(url),
  });
  const list = async (): Promise<{ subject: string }[]> => (await (await fetch(`${addresses.url}/api/email`)).json()) as never; // Read as the page does.
  return { ...addresses, list, stop };
}

describe('the mail catcher', () => {
  it('shows on its page what was sent to it, and still after a restart', async () => {
    const first = await startCatcher();
    const mailer = createTransport(first.smtp);
    await mailer.sendMail({
      from: 'mot-cua@motcua.example',
      to: 'head@xa-thanh-ba.example',
      subject: 'Hồ sơ sắp đến hạn',
      text: 'Kính gửi',
    });
    mailer.close();
    await waitFor(async () => (await first.list()).length === 1, { describe: 'the mail to be shown' });
    expect(await (await fetch(first.url, { headers: { accept: 'text/html' } })).text()).toContain('<html');
    await first.stop();

    const second = await startCatcher();
    expect((await second.list()).map(({ subject }) => subject)).toEqual(['Hồ sơ sắp đến hạn']);
    await second.stop();
  });
});

describe('toMailAddresses', () => {
  it('names a given server and starts none in its place', () => {
    const urls = { mail: 'http://127.0.0.1:1080', 'mail-smtp': 'http://127.0.0.1:1025' };
    expect(toMailAddresses({}, urls)).toEqual({ smtp: 'smtp://127.0.0.1:1025', url: 'http://127.0.0.1:1080' });
    expect(toMailAddresses({ SMTP_URL: 'smtps://mail.example' }, urls)).toEqual({ smtp: 'smtps://mail.example' });
  });
});
