import { waitFor } from '@motcua/testing';
import { readStackFile, type RunningStack } from '@motcua/testing/stack';

interface Mail {
  readonly id: string;
  readonly subject: string;
  readonly to: readonly { readonly address: string }[];
}

/** The text of the first mail to an address whose subject begins so, once it is in the mail catcher of the stack. */
export async function readMail({ home }: RunningStack, to: string, subject: string): Promise<string> {
  const { mail } = await readStackFile(home);
  if (mail === undefined) throw new Error('The stack catches no mails.');
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(new URL(path, mail.url))).json()) as T; // As the page reads it.
  return waitFor(
    async () => {
      const mails = await ask<readonly Mail[]>('/api/email');
      const found = mails.find((it) => it.subject.startsWith(subject) && it.to.some(({ address }) => address === to));
      return found !== undefined && (await ask<{ text: string }>(`/api/email/${found.id}`)).text;
    },
    { describe: `a mail “${subject}” to ${to}`, timeoutMs: 60_000 },
  );
}
