import { waitFor } from '@motcua/testing';
import { readFile } from 'node:fs/promises';
import { startMotcua, type CommandResult } from '@motcua/testing/stack';
import { PageBrowser } from './page-browser.ts';

export interface Person {
  readonly name: string;
  readonly password: string;
}

export interface Terminal {
  /** Folder of a stack. */
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The access token of the one login that a file holds. */
export async function findAccessToken(file: string): Promise<string> {
  const logins = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, { readonly accessToken: string }>>;
  return Object.values(logins)[0]?.accessToken ?? '';
}

/** `motcua login` as somebody does it: reads address and code off the terminal, and confirms the code in a browser. */
export async function logIn(
  { home, env }: Terminal,
  args: readonly string[],
  { name, password }: Person,
): Promise<CommandResult> {
  const login = startMotcua(home, ['login', ...args], env);
  const shown = await waitFor(
    () => {
      if (login.hasEnded()) return 'ended';
      return /Open\s+(\S+)[\s\S]*code there is\s+(\S+)/.exec(login.said());
    },
    { describe: 'the address and the code of the login', timeoutMs: 60_000 },
  );
  if (shown === 'ended') throw new Error(`motcua login ended:\n${login.said()}`);
  const [, address = '', code = ''] = shown;
  const browser = new PageBrowser();
  // The page of an address with a code sends itself on, by a script.
  const confirm = await browser.submit(await browser.open(address), {});
  if (!confirm.html.includes(code)) throw new Error(`The browser does not show ${code}: ${confirm.html}`);
  const last = await browser.submit(await browser.submit(confirm, { confirm: 'yes' }), { name, password });
  if (last.html.includes('name="password"')) {
    login.stop();
    throw new Error(`The browser was not let in as ${name}: ${last.html}`);
  }
  return login.ended;
}
