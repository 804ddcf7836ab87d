import { readStackFile, type RunningStack } from '@motcua/testing/stack';

interface Mail {
  readonly to: readonly { readonly address: string }[];
  readonly text: string;
}

/** Every mail that the catcher of the stack has. */
export async function listMails({ home }: RunningStack): Promise<{ to: string; text: string }[]> {
  const { mail } = await readStackFile(home);
  if (mail === undefined) throw new Error('The stack catches no mails.');
  const mails = (await (await fetch(new URL('/api/email', mail.url))).json()) as readonly Mail[]; // As the page reads them.
  return mails.flatMap(({ to, text }) => to.map(({ address }) => ({ to: address, text })));
}
