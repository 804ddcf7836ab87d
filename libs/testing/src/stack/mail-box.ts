import { findFreePort } from '@motcua/embedded';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CaughtMail {
  /** Of its delivery. */
  readonly id: string;
  readonly subject: string;
  readonly to: readonly string[];
  readonly text: string;
}

/** As the page of the catcher is given it. */
interface ListedMail {
  readonly headers: { readonly 'message-id': string };
  readonly subject: string;
  readonly to: readonly { readonly address: string }[];
  readonly text: string;
}

/** A mail server that keeps every mail it is given, for counting: each by the id of its delivery. */
export class MailBox {
  private constructor(
    readonly url: string,
    private readonly page: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<MailBox> {
    // Loaded where it is asked for: most that start a stack read no mails.
    const { MailDev } = await import('maildev');
    const folder = await mkdtemp(join(tmpdir(), 'motcua-mails-'));
    const smtp = await findFreePort();
    const web = await findFreePort({ not: [smtp] });
    const server = new MailDev({
      smtp,
      ip: '127.0.0.1',
      web,
      webIp: '127.0.0.1',
      mailDirectory: folder,
      maxEmails: 100_000,
      silent: true,
    });
    await server.start();
    return new MailBox(`smtp://127.0.0.1:${smtp}`, `http://127.0.0.1:${web}`, async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });
  }

  /** Of every mail that came. A repetition that says so by its Message-ID is one mail to whoever reads it. */
  async listIds(): Promise<string[]> {
    return [...new Set((await this.list()).map(({ id }) => id))];
  }

  /** Every mail that came, repetitions too. */
  async list(): Promise<CaughtMail[]> {
    const mails = (await (await fetch(`${this.page}/api/email`)).json()) as ListedMail[];
    return mails.map(({ headers, subject, to, text }) => ({
      id: headers['message-id'].replace(/^<([^@>]+)@.*$/, '$1'),
      subject,
      to: to.map(({ address }) => address),
      text,
    }));
  }
}
